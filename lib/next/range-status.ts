import { ServerResponse } from 'node:http'

/**
 * Next 16.4 answers 500 where a reader asks for a part of a file that lies behind its end (`Range: bytes=99999999-`), with the
 * `Content-Range` of the 416 that it means. Called once.
 */
export function installRangeStatus(): void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const isRange = status === 500 && String(this.getHeader('content-range') ?? '').startsWith('bytes */')
    return Reflect.apply(writeHead, this, [isRange ? 416 : status, ...rest])
  } as typeof writeHead
}
