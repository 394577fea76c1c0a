import type { FileChange } from './diff-commits'
import { GitError, gitBytes } from './run-git'

type Blob = FileChange & { bytes: number }

/** So many bytes of contents are in memory at a time. */
const batchBytes = 8 * 1024 * 1024

function nextBatch(waiting: Blob[]): Blob[] {
  let size = 0
  const end = waiting.findIndex(({ bytes }, at) => {
    size += bytes
    return at > 0 && size > batchBytes
  })
  return waiting.splice(0, end < 0 ? waiting.length : end)
}

/** The bytes of each file that is written, some at a time in memory. */
export async function* eachContent(
  root: string,
  content: Blob[],
): AsyncGenerator<{ path: string; bytes: Buffer }> {
  const waiting = content.filter(({ after }) => after)
  while (waiting.length > 0) {
    const some = nextBatch(waiting)
    const contents = await contentsOf(root, some)
    for (const [at, { path }] of some.entries()) yield { path, bytes: contents[at] ?? Buffer.of() }
  }
}

/** The bytes of each, in their order. */
async function contentsOf(root: string, files: Blob[]): Promise<Buffer[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes + 200, 0)
  const input = `${files.map(({ after }) => after?.oid).join('\n')}\n`
  const out = await gitBytes(root, ['cat-file', '--batch'], { input, bytes: total })
  let at = 0
  return files.map(({ path, after, bytes }) => {
    // "oid blob size", a line end, the bytes, a line end.
    const end = out.indexOf(10, at)
    const start = end + 1
    if (out.toString('utf8', at, end) !== `${after?.oid} blob ${bytes}`)
      throw new GitError(`git cat-file: ${path} is not in the repository`)
    at = start + bytes + 1
    return out.subarray(start, start + bytes)
  })
}
