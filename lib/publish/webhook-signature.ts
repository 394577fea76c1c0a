import { createHmac, timingSafeEqual } from 'node:crypto'

/** The shortest secret that is taken: 32 characters, which is what `openssl rand -hex 16` gives. */
export const minSecretLength = 32

/** The signature that GitHub sends as `X-Hub-Signature-256`: an HMAC of the raw body. */
export function signBody(body: Uint8Array | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/** Whether a signature is the body's. Takes the same time whatever is wrong with it. */
export function isValidSignature(body: Uint8Array, signature: string | null, secret: string): boolean {
  const expected = Buffer.from(signBody(body, secret))
  const given = Buffer.alloc(expected.length)
  given.write(signature ?? '')
  return timingSafeEqual(expected, given) && signature?.length === expected.length
}
