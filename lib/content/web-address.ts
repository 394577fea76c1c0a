import { z } from 'zod'
import { text } from '@/lib/content/fields'
import { canonicalPath } from '@/lib/urls'

/** A path of this site: one leading slash, nothing that climbs, hides or ends the attribute it will stand in. */
export function isSitePath(path: string): boolean {
  return /^\/(?![/\\])[^\\\s<>"'`{}|^\p{Cc}]*$/u.test(path) && !/(^|\/)\.{1,2}(\/|$)/.test(decodeDots(path))
}

/** An https or http address of another site, without a name and password in it. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s<>"'`{}|\\^]+$/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** http(s), or a path of the site. */
export const address = text(2000).refine((url) => isWebAddress(url) || isSitePath(url), {
  error: 'Write an address that begins with https://, or a path of this site that begins with /.',
})

/** As `address`, or `mailto:`. */
export const link = text(2000).refine(
  (url) => isWebAddress(url) || isSitePath(url) || /^mailto:[^\s<>"@]+@[^\s<>"@]+$/i.test(url),
  { error: 'Write an address that begins with https:// or mailto:, or a path of this site.' },
)

/** An old address of a post, as the router will see it: encoded, one leading slash, no trailing one. */
export const formerPath = text(500).transform((written, context) => {
  const path = `/${written.replace(/^\//, '').replace(/\/+$/, '')}`
  if (path !== '/' && isSitePath(path) && !/[?#]/.test(path) && !/^[a-z]+:/i.test(written)) {
    return canonicalPath(path)
  }
  const message = 'Write the old path only, like /2023/03/16/chips.html, without the host and without ? or #.'
  context.issues.push({ code: 'custom', message, input: written })
  return z.NEVER
})

function decodeDots(path: string): string {
  return path.replace(/%2e/gi, '.').replace(/%2f/gi, '/')
}
