import { ServerResponse } from 'node:http'

type Value = number | string | readonly string[]
type SetHeader = (name: string, value: Value) => ServerResponse

/**
 * Two faults of Next 16.4 with headers of responses, mended where both happen. Called once, before the first request.
 *
 * 1. A redirect that has just been rendered gets its headers twice: from the render and from the cache it was put into
 *    (https://github.com/vercel/next.js/issues/82117). Proxies join the two to `/chips, /chips`, which is no address. A header
 *    that already has the value is not given it again.
 * 2. A page that is made anew in the background is rendered with the response of the reader who got the old one. That has been
 *    sent, and Next's own `setHeader` (server/lib/patch-set-header.js) then does nothing: a redirect was kept as a 308 without
 *    `Location`, and a page without its preloads. Headers set after the response was sent are kept beside it instead, where the
 *    render finds them again. e2e/restart.spec.ts fails without this.
 */
export function installResponseHeaders(): void {
  const { setHeader, appendHeader, getHeader } = ServerResponse.prototype
  const late = new WeakMap<ServerResponse, Map<string, Value>>()
  const lateHeaders = (response: ServerResponse) => {
    const known = late.get(response) ?? new Map<string, Value>()
    late.set(response, known)
    return known
  }
  const orLater = (set: SetHeader): SetHeader =>
    function (this: ServerResponse, name, value) {
      if (!this.headersSent) return set.call(this, name, value)
      lateHeaders(this).set(name.toLowerCase(), value)
      return this
    }
  const usual = orLater(setHeader as SetHeader)
  Object.defineProperty(ServerResponse.prototype, 'setHeader', {
    configurable: true,
    get: () => usual,
    // Next gives each response a method of its own.
    set(this: ServerResponse, own: SetHeader) {
      Object.defineProperty(this, 'setHeader', { configurable: true, writable: true, value: orLater(own) })
    },
  })
  ServerResponse.prototype.getHeader = function (name) {
    return this.headersSent
      ? (late.get(this)?.get(name.toLowerCase()) as ReturnType<typeof getHeader>)
      : getHeader.call(this, name)
  }
  ServerResponse.prototype.appendHeader = function (name, value) {
    if (!this.headersSent)
      return getHeader.call(this, name) === value ? this : appendHeader.call(this, name, value)
    const all = [lateHeaders(this).get(name.toLowerCase()) ?? [], value].flat().map(String)
    lateHeaders(this).set(name.toLowerCase(), all.length === 1 ? (all[0] ?? '') : all)
    return this
  }
}
