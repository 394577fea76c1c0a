/**
 * Whether a request target (path and query, as the client wrote them) asks for a smaller copy of a picture in another spelling
 * than pages use. Next would read `/_next/image?url=/assets/a.jpg&w=640&q=75&`, `/_NEXT/image?…` and many more as the same
 * request, and caches on the way would keep each as a picture of its own.
 *
 * Only the form is looked at here: whether there is such a picture and such a width, lib/data/resized-picture.ts knows.
 */
export function isNonCanonicalImageRequest(target: string): boolean {
  const [written = '', ...rest] = target.split('?')
  const path = normalizePath(written)
  // Where next.config.js leads `/_next/image`; nobody is to go there by themselves.
  if (path === '/api/image') return true
  if (path !== '/_next/image') return false
  const [, src = ''] = /^url=([^&]+)&w=[1-9]\d{0,4}&q=75$/.exec(rest.join('?')) ?? []
  if (src === '') return true
  return written !== path || decode(src) === undefined || encodeURIComponent(decode(src) ?? '') !== src
}

/** The path that a server might take a target for: decoded, in lower case, without dots, double slashes and a slash at the end. */
function normalizePath(written: string): string {
  const text = (decode(written) ?? written).toLowerCase().replaceAll('\\', '/')
  try {
    const { pathname } = new URL(text.replace(/^\/+/, '/'), 'http://localhost')
    return (decode(pathname) ?? pathname).replace(/\/+/g, '/').replace(/(?<=.)\/$/, '')
  } catch {
    return text
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
