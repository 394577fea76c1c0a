import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { decideRequest } from './request-gate'

/**
 * Puts request-gate.ts in front of every HTTP server of this process. Next 16.4 has no place for it: `proxy.ts` runs after
 * the headers were read, and `next start` and the standalone server make their own server. They emit 'request', as all do.
 */
export function installRequestGate(): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (this: Server, event: string | symbol, ...parameters: unknown[]) {
    // The site has no WebSockets. Without a listener Node answers such a request as any other, as it should; Next hangs up.
    if (event === 'connection') this.removeAllListeners('upgrade')
    if (event === 'request') {
      const [request, response] = parameters as [IncomingMessage, ServerResponse]
      if (!admit(request, response)) return true
    }
    return Reflect.apply(emit, this, [event, ...parameters]) as boolean
  }
  // Next listens before it gets here, and keeps early requests waiting. They came without the gate, so they end, as if
  // the port had not been open yet; a proxy asks the next server.
  for (const server of listeningServers()) server.closeAllConnections()
}

/** Answers a refused request. For the others replaces what Next will read. True when Next may have it. */
function admit(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '', url: target = '', headers } = request
  const decision = decideRequest({ method, target, headers })
  if (decision.action === 'pass') {
    request.url = decision.target
    request.headers = decision.headers
    request.headersDistinct = Object.fromEntries(
      Object.entries(decision.headers).map(([name, value]) => [name, [value]]),
    )
    request.rawHeaders = Object.entries(decision.headers).flat()
    return true
  }
  response.writeHead(decision.status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(decision.text),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
    ...decision.headers,
  })
  response.end(decision.text)
  return false
}

function listeningServers(): Server[] {
  const handles = (process as unknown as { _getActiveHandles(): unknown[] })._getActiveHandles()
  return handles.filter((handle) => handle instanceof Server)
}
