import { ServerResponse } from 'node:http'
import { archive } from '../archive/current'
import { goneReasonAt } from '../archive/gone'

/**
 * A page of Next can say 404 but not 410. Where one says 404 at an address that the newsroom has given up for good, this
 * makes 410 of it. Called once. Vercel sends the files of the build itself, so there it stays 404, with the same page.
 */
export function installGoneStatus(): void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const isGone = status === 404 && !this.headersSent && isGoneAt(this.req?.url)
    return Reflect.apply(writeHead, this, [isGone ? 410 : status, ...rest])
  } as typeof writeHead
}

function isGoneAt(url = ''): boolean {
  const [path = ''] = url.split('?')
  try {
    return path.startsWith('/') && goneReasonAt(archive(), path) !== undefined
  } catch {
    // An index that cannot be read is told by those who need it.
    return false
  }
}
