/**
 * Files of public/ by the addresses under which Next finds them. Next chooses headers by the path as it was sent, and files by that path
 * as sent, decoded, and decoded again, with or without a slash at the end (next/dist/server/lib/router-utils/filesystem.js, getItem). So
 * `/%61ssets/x.svg` is found, but not where `/assets/…` is meant.
 */
export function candidateFiles(path: string): string[] {
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  const once = decoded(bare)
  return [...new Set([bare, once, decoded(once)])]
}

/** The one address of a file: letters of other scripts, spaces and the like are encoded, everything else is as it is written. */
export const publicFileUrl = (src: string) => src.split('/').map(encoded).join('/')

/** Browsers send these as they are. */
const encoded = (part: string) => encodeURIComponent(part).replace(/%(?:40|26|2B|2C|3D)/g, decodeURIComponent)

/** The path of a request's target as Next reads it: without `..`, without a query. Undefined where it is none. */
export function requestPath(target: string): string | undefined {
  const base = target.startsWith('/') ? 'http://site.invalid' : undefined
  // Next answers these itself, before it looks for anything: with the address that has one slash.
  if (/\\|\/\//.test(target.split('?', 1)[0] ?? '') && base) return undefined
  return URL.canParse(target, base) ? new URL(target, base).pathname : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
