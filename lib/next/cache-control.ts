import { ServerResponse } from 'node:http'

/** What Next says of a page that it keeps itself. */
const byNext = /^s-maxage=\d+(?:, stale-while-revalidate=\d+)?$/

/**
 * How long proxies and CDNs may keep a page: what changes must be right everywhere within ten seconds, so two seconds, and eight
 * more while one request fetches the new one. If no server answers, a day.
 */
export const pageCacheControl =
  'public, max-age=0, s-maxage=2, stale-while-revalidate=8, stale-if-error=86400'

/**
 * Next takes the lifetime of a page for the time that a proxy may keep it, up to 30 days, and tells no proxy when the page
 * changes before (https://nextjs.org/docs/app/guides/cdn-caching says that a platform has to do so). Here pages change with a
 * push, so a proxy gets a short time instead. Called once; not for Vercel, where a page changes with its deployment.
 */
export function installCacheControl(): void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (!this.headersSent && byNext.test(String(this.getHeader('cache-control'))))
      this.setHeader('Cache-Control', pageCacheControl)
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
