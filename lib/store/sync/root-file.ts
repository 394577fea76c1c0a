import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../error-code'

/** A file beside posts/: its bytes, or nothing but the name of one that looks meant, or why it cannot be read. */
export type RootFile = { bytes: Uint8Array } | { misnamed: string | undefined } | { error: string }

/** Reads a file such as front.yml. Follows no link. `.yaml` in place of `.yml` is noticed. */
export async function readRootFile(root: string, name: string): Promise<RootFile> {
  try {
    if (!(await lstat(join(root, name))).isFile())
      return { error: 'This is not a file. Put the file itself here.' }
    return { bytes: await readFile(join(root, name)) }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return { error: `The file cannot be read (${codeOf(error)}).` }
    const other = name.replace(/\.yml$/, '.yaml')
    const there = await lstat(join(root, other)).catch(() => undefined)
    return { misnamed: there ? other : undefined }
  }
}
