import type { Reading } from '@/lib/content/parse-result'
import { nothingRevoked, previewsFile, type Revocations, readPreviews } from '@/lib/content/previews'
import type { Problem } from '@/lib/content/problem'
import type { Connection } from './database'
import type { PostIndex } from './reader'
import { rootFile } from './sync/root-file'

/** What previews.yml revokes; undefined where the file has an error: then no preview may open. */
export function revocations(archive: PostIndex): Revocations | undefined {
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
  const fault = (message: string, file = previewsFile): Problem => ({
    ...{ file, severity: 'error', rule: 'previews', message },
  })
  const found = await rootFile(root, previewsFile)
  if ('bytes' in found) return readPreviews({ path: previewsFile, bytes: found.bytes })
  if ('fault' in found) return { problems: [fault(`${found.fault} No preview opens until it can.`)] }
  if (!found.misnamed) return { value: nothingRevoked, problems: [] }
  return {
    problems: [fault(`This is not read, so it revokes nothing. Name it ${previewsFile}.`, found.misnamed)],
  }
}
