import { createHmac, timingSafeEqual } from 'node:crypto'

/** Shorter ones can be guessed by trying. 32 characters of base64 are 192 bits. */
export const shortestSecret = 32

/** The secret that signs previews, PREVIEW_SECRET; undefined where there is none that is long enough. */
export function previewSecret(): string | undefined {
  const secret = process.env.PREVIEW_SECRET?.trim() ?? ''
  return secret.length >= shortestSecret ? secret : undefined
}

/** A token that opens the preview of one post until then (milliseconds since 1970, counted in whole seconds). */
export function previewToken(secret: string, slug: string, until: number): string {
  const seconds = Math.floor(until / 1000).toString(36)
  return `${seconds}.${signature(secret, slug, seconds)}`
}

/** Until when the token opens the preview of that post; undefined when it does not, for whatever reason. */
export function tokenUntil(
  secret: string | undefined,
  slug: string,
  token: string,
  now: number,
): number | undefined {
  const [, seconds = '', signed = ''] = /^([0-9a-z]{1,8})\.([\w-]{43})$/.exec(token) ?? []
  if (secret === undefined || signed === '') return undefined
  const until = Number.parseInt(seconds, 36) * 1000
  return isEqual(signed, signature(secret, slug, seconds)) && until > now ? until : undefined
}

function signature(secret: string, slug: string, seconds: string): string {
  // The first word keeps it apart from whatever else a newsroom may sign with the same secret.
  return createHmac('sha256', secret).update(`preview\n${slug}\n${seconds}`).digest('base64url')
}

/** Takes as long for a wrong first letter as for a wrong last one. */
function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
