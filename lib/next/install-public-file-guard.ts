import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { type IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { nameFault } from '@/lib/public-files/inspect'
import { candidateFiles, publicFileUrl, requestPath } from '@/lib/public-files/url-paths'

/**
 * Next picks the headers of an answer by the path as it was sent, but finds files of public/ also by other spellings of it, and serves
 * them of whatever kind (there is no setting for either: https://github.com/vercel/next.js/issues/54008 is why it decodes). Here a file
 * is served by one spelling alone, if its name is of a kind that may be in public/ and no link is on the way to it. All other answers that
 * set no policy of their own are sandboxed.
 */

/** Tells next.config.js that a path names no file, so that a page, if only the one for what is not there, may have the policy of pages. */
export const noFileHeader = 'x-copydesk-names-no-file'

/** For answers that no rule of next.config.js reached, such as Next's own errors. */
const sandbox = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Installs this for all servers of the process. `root` is the repository. */
export function installPublicFileGuard(root: string): void {
  const files = servedFiles(root)
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const [request, response] = args
    const isRequest = event === 'request' && response instanceof ServerResponse
    if (isRequest && handleRequest(files, request as IncomingMessage, response)) return true
    return Reflect.apply(emit, this, [event, ...args])
  } as typeof emit
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (!this.headersSent && !this.hasHeader('content-security-policy')) {
      this.setHeader('Content-Security-Policy', sandbox)
      this.setHeader('X-Content-Type-Options', 'nosniff')
    }
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}

type ServedFiles = { has(src: string): boolean; isPlain(src: string): boolean }

/** Next lists public/ once, when it starts, and in development looks each time. */
function servedFiles(root: string): ServedFiles {
  const folder = join(realpathSync(root), 'public')
  const isPlain = (src: string) => {
    try {
      return realpathSync.native(join(folder, src)) === join(folder, src)
    } catch {
      return false
    }
  }
  if (process.env.NODE_ENV === 'development')
    return { isPlain, has: (src) => src !== '/' && !src.includes('\0') && existsSync(join(folder, src)) }
  const names = new Set(existsSync(folder) ? namesIn(folder, '') : [])
  return { isPlain, has: (src) => names.has(src) }
}

/** Links count as files: Next follows them. (Links to folders keep a server from starting, see next.config.js.) */
function namesIn(folder: string, at: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? namesIn(join(folder, entry.name), `${at}/${entry.name}`) : `${at}/${entry.name}`,
  )
}

/** Whether the request has been answered, and Next need not see it. */
function handleRequest(files: ServedFiles, request: IncomingMessage, response: ServerResponse): boolean {
  delete request.headers[noFileHeader]
  const path = requestPath(request.url ?? '/')
  if (path === undefined) return false
  const names = candidateFiles(path)
  const file = names.find(files.has)
  if (file === undefined) {
    if (!names.some((name) => /^\/assets(?:\/|$)/i.test(name))) request.headers[noFileHeader] = '1'
    return false
  }
  if (!files.isPlain(file) || nameFault(file) !== undefined) return respond(response, 404, {})
  const address = publicFileUrl(file)
  const sent = (request.url ?? '').split(/[?#]/, 1)[0]
  return sent === address ? false : respond(response, 308, { Location: address })
}

function respond(response: ServerResponse, status: number, headers: Record<string, string>): true {
  const body = status === 404 ? 'Not found\n' : ''
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'public, max-age=60',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(response.req.method === 'HEAD' ? '' : body)
  return true
}
