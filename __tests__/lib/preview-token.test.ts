import { createPreviewToken, previewSecret, verifyPreviewToken } from '@/lib/preview-token'

const secret = 'x'.repeat(32)
const now = Date.parse('2026-05-20T12:00:00Z')
const hour = 3_600_000
const good = createPreviewToken(secret, 'chips', now + hour)

test('a token opens the preview of its post until its time', () => {
  expect(verifyPreviewToken(secret, 'chips', good, now)).toBe(now + hour)
  expect(verifyPreviewToken(secret, 'chips', good, now + hour - 1)).toBe(now + hour)
  expect(verifyPreviewToken(secret, 'chips', good, now + hour)).toBeUndefined()
})

test('an address that was sent around goes on working with the next release', () => {
  expect(good).toBe('tfc6s0.1yVBPCJM3cqIDmebPBrXOtLEPBX9AireL2jmHWuBaWI')
})

test('any other token opens nothing', () => {
  const [seconds = '', signature = ''] = good.split('.')
  const later = (Number.parseInt(seconds, 36) + 3600).toString(36)
  const wrong = [
    ...[
      '',
      '.',
      seconds,
      `${seconds}.`,
      `.${signature}`,
      `${good}=`,
      ` ${good}`,
      `${good}\n`,
      good.toUpperCase(),
    ],
    ...[`${later}.${signature}`, `${seconds}.${signature.slice(1)}`, `${seconds}.${signature.slice(1)}A`],
    ...[`-${good}`, `0${good}`, `${seconds}.${'ü'.repeat(43)}`, 'a'.repeat(1_000_000)],
    createPreviewToken('y'.repeat(32), 'chips', now + hour),
    createPreviewToken(secret, 'chips-2', now + hour),
  ]
  for (const token of wrong) expect(verifyPreviewToken(secret, 'chips', token, now)).toBeUndefined()
})

test('without a secret, or with one that could be guessed, nothing is signed and nothing opens', () => {
  const before = process.env.PREVIEW_SECRET
  for (const [written, meant] of [
    [undefined, undefined],
    ['', undefined],
    ['x'.repeat(31), undefined],
    [` ${'x'.repeat(31)} `, undefined],
    [`${secret}\n`, secret],
  ]) {
    if (written === undefined) delete process.env.PREVIEW_SECRET
    else process.env.PREVIEW_SECRET = written
    expect(previewSecret()).toBe(meant)
  }
  if (before === undefined) delete process.env.PREVIEW_SECRET
  else process.env.PREVIEW_SECRET = before
  expect(
    verifyPreviewToken(undefined, 'chips', createPreviewToken('', 'chips', now + hour), now),
  ).toBeUndefined()
})
