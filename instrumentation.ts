import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Next runs this once, before the server takes requests. */
export async function register() {
  // Not turned around with an early return: the bundler would look for node:http on the edge, and warn of it in every log.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const http = await import('node:http')

    // Next 16.4 sends the headers of a redirect twice when it has just been made: once from the render, once from the cache it
    // was put into (vercel/next.js#82117). Proxies join the two to `/chips, /chips`, which is no address. Until it is mended
    // there, a header that already has the value is not given it again.
    const append = http.ServerResponse.prototype.appendHeader
    http.ServerResponse.prototype.appendHeader = function (name, value) {
      return this.getHeader(name) === value ? this : append.call(this, name, value)
    }

    // A request is looked at before Next, which puts its address into one form and no longer tells how it was written.
    const { isOddImageRequest } = await import('./lib/next/image-request')
    const { emit } = http.Server.prototype
    http.Server.prototype.emit = function (this: Server, event: string, ...values: unknown[]) {
      const [request, response] = values as [IncomingMessage, ServerResponse]
      // A body is answered with 405 by next.config.js, whatever the address.
      const isRead = event === 'request' && /^(GET|HEAD)$/.test(request.method ?? '') && !hasBody(request)
      if (!isRead || !isOddImageRequest(request.url ?? ''))
        return Reflect.apply(emit, this, [event, ...values])
      response.writeHead(400, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
        // What is left of the request is not read.
        Connection: 'close',
      })
      response.end('There is no picture of this address: pages write it in another way.\n')
      return true
    }
  }
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
