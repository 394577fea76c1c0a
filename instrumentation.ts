import { logRequestError } from './lib/request-errors'

/**
 * Next 16.4 sends the headers of a redirect twice when it has just been made: once from the render, once from the cache it
 * was put into (vercel/next.js#82117). Proxies join the two to `/chips, /chips`, which is no address. Until it is mended
 * there, a header that already has the value is not given it again.
 */
export async function register() {
  // Not turned around with an early return: the bundler would look for node:http on the edge, and warn of it in every log.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { measureProcess } = await import('./lib/process-metrics')
    measureProcess()
    const { ServerResponse } = await import('node:http')
    const append = ServerResponse.prototype.appendHeader
    ServerResponse.prototype.appendHeader = function (name, value) {
      return this.getHeader(name) === value ? this : append.call(this, name, value)
    }
  }
}

export const onRequestError = logRequestError
