import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { isNonCanonicalImageRequest } from './image-request'

/**
 * Refuses requests for resized pictures that no page writes (image-request.ts), before Next, which brings an address into one form and
 * no longer tells how it was written.
 */
export function installImageRequestGuard(): void {
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, event: string | symbol, ...parameters: unknown[]) {
    const [request, response] = parameters as [IncomingMessage, ServerResponse]
    // A body is answered with 405, whatever the address.
    const isRead = event === 'request' && /^(GET|HEAD)$/.test(request.method ?? '') && !hasBody(request)
    if (!isRead || !isNonCanonicalImageRequest(request.url ?? ''))
      return Reflect.apply(emit, this, [event, ...parameters]) as boolean
    response.writeHead(400, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      // The rest of the request is not read.
      Connection: 'close',
    })
    response.end('No picture has this address.\n')
    return true
  } as typeof emit
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
