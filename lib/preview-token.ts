import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Shorter ones can be guessed by trying. 32 characters of base64 are 192 bits. */
export const minSecretLength = 32

/** The secret that signs previews, PREVIEW_SECRET; undefined where there is none that is long enough. */
export function previewSecret(): string | undefined {
  const secret = process.env.PREVIEW_SECRET?.trim() ?? ''
  return secret.length >= minSecretLength ? secret : undefined
}

/**
 * A token that opens the preview of one post until then (milliseconds since 1970, counted in whole seconds). `revocation` is
 * what was last revoked of that post (lib/content/previews.ts); another one later, and the token opens nothing.
 */
export function createPreviewToken(secret: string, slug: string, until: number, revocation = ''): string {
  const seconds = Math.floor(until / 1000).toString(36)
  return `${seconds}.${signature(secret, slug, seconds, revocation)}`
}

/** Until when the token opens the preview of that post; undefined when it does not, for whatever reason. */
export function verifyPreviewToken(
  secret: string | undefined,
  slug: string,
  token: string,
  now: number,
  revocation = '',
): number | undefined {
  const [, seconds = '', signed = ''] = form.exec(token) ?? []
  if (secret === undefined || signed === '') return undefined
  const until = Number.parseInt(seconds, 36) * 1000
  const isRight = isEqual(signed, signature(secret, slug, seconds, revocation))
  return isRight && until > now ? until : undefined
}

const form = /^([0-9a-z]{1,8})\.([\w-]{43})$/

/** When a token says that it expires, whoever signed it; undefined for what is no token. */
export function tokenExpiry(token: string): number | undefined {
  const [, seconds] = form.exec(token) ?? []
  return seconds === undefined ? undefined : Number.parseInt(seconds, 36) * 1000
}

/** Names a token without giving it away: for lists of revoked ones, which lie in the repository. */
export const tokenId = (token: string): string =>
  createHash('sha256').update(`preview\n${token}`).digest('hex').slice(0, 16)

function signature(secret: string, slug: string, seconds: string, revocation: string): string {
  // The first word keeps it apart from whatever else a newsroom may sign with the same secret. Slugs have no line breaks.
  const text = ['preview', slug, seconds, ...(revocation === '' ? [] : [revocation])].join('\n')
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** Takes as long for a wrong first letter as for a wrong last one. */
function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
