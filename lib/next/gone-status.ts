import { ServerResponse } from 'node:http'

/**
 * A page of Next can say 404 but not 410. Where one says 404 at a path that is gone for good, this makes 410 of it. Called once.
 * Vercel sends the files of the build itself, so there it stays 404, with the same page.
 */
export function installGoneStatus(isGone: (path: string) => boolean): void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const [path = ''] = this.req?.url?.split('?') ?? []
    const is410 = status === 404 && !this.headersSent && path.startsWith('/') && isGone(path)
    return Reflect.apply(writeHead, this, [is410 ? 410 : status, ...rest])
  } as typeof writeHead
}
