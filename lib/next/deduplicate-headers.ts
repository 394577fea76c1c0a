import { ServerResponse } from 'node:http'

/**
 * A redirect that has just been rendered gets its headers twice from Next 16.4: from the render and from the cache it was put into
 * (https://github.com/vercel/next.js/issues/82117). Proxies join the two to `/chips, /chips`, which is no address. A header that
 * already has the value is not given it again. Called once, before the first request.
 */
export function installHeaderDeduplication(): void {
  const { appendHeader } = ServerResponse.prototype
  ServerResponse.prototype.appendHeader = function (name, value) {
    return this.getHeader(name) === value ? this : appendHeader.call(this, name, value)
  }
}
