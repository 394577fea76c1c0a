import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nothingRevoked, previewsFile, type Revocations, readPreviews } from '@/lib/content/previews'
import type { Problem } from '@/lib/content/problem'
import type { Reading } from '@/lib/content/reading'
import type { Connection } from './database'
import { codeOf } from './error-code'
import type { Archive } from './reader'

/** What previews.yml revokes; undefined where the file has an error: then no preview may open. */
export function revocations(archive: Archive): Revocations | undefined {
  const row = archive.connection().one<{ value: string }>("SELECT value FROM meta WHERE key = 'previews'")
  return row ? (JSON.parse(row.value) ?? undefined) : nothingRevoked
}

/**
 * Takes previews.yml in; without the file nothing is revoked. Unlike a post, a file with an error does not leave its last
 * good version in force: somebody wanted to close an address, and it must not stay open over a typing error.
 */
export async function syncPreviews(db: Connection, root: string): Promise<Problem[]> {
  const { value, problems } = await previewsIn(root)
  const stored = JSON.stringify(value ?? null)
  if (value === nothingRevoked) db.run("DELETE FROM meta WHERE key = 'previews'")
  else db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('previews', ?)", stored)
  return problems
}

/** previews.yml as it is on the disk; no value where it cannot be read. */
export async function previewsIn(root: string): Promise<Reading<Revocations>> {
  const path = join(root, previewsFile)
  const fault = (message: string): Problem => ({
    ...{ file: previewsFile, severity: 'error', rule: 'previews', message },
  })
  try {
    // Reading would follow a link.
    if (!(await lstat(path)).isFile())
      return { problems: [fault('This is not a file. Put the file itself here.')] }
    return readPreviews({ path: previewsFile, bytes: await readFile(path) })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return misnamed(root)
    return { problems: [fault(`The file cannot be read (${codeOf(error)}). No preview opens until it can.`)] }
  }
}

async function misnamed(root: string): Promise<Reading<Revocations>> {
  const other = 'previews.yaml'
  const there = await lstat(join(root, other)).catch(() => undefined)
  if (!there) return { value: nothingRevoked, problems: [] }
  const message = `This is not read, so it revokes nothing. Name it ${previewsFile}.`
  return { problems: [{ file: other, severity: 'error', rule: 'previews', message }] }
}
