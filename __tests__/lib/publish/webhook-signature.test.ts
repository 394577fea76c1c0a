import { isValidSignature, signBody } from '@/lib/publish/webhook-signature'

const body = Buffer.from('Hello, World!')
const secret = "It's a Secret to Everybody"
// The example of GitHub's documentation: docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries.
const documented = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'

test('a signature is the one that GitHub documents', () => {
  expect(signBody(body, secret)).toBe(documented)
  expect(isValidSignature(body, documented, secret)).toBe(true)
})

test.each([
  ['none', null],
  ['an empty one', ''],
  ['a shorter one', documented.slice(0, -1)],
  ['a longer one', `${documented}0`],
  ['another letter', documented.replace(/7$/, '8')],
  ['the hash alone', documented.replace('sha256=', '')],
  ['something long', 'x'.repeat(10_000)],
])('P12: %s is not the signature', (_what, signature) => {
  expect(isValidSignature(body, signature, secret)).toBe(false)
})

test('P12: a changed byte or another secret needs another signature', () => {
  expect(isValidSignature(Buffer.from('Hello, World?'), documented, secret)).toBe(false)
  expect(isValidSignature(body, documented, `${secret}!`)).toBe(false)
})
