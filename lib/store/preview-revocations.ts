import type { ParseResult } from '@/lib/content/parse-result'
import { noRevocations, parsePreviews, previewsFile, type Revocations } from '@/lib/content/previews'
import type { Problem } from '@/lib/content/problem'
import type { Connection } from './database'
import type { PostIndex } from './reader'
import { readRootFile } from './sync/root-file'

/** What previews.yml revokes; undefined where the file has an error: then no preview may open. */
export function getRevocations(store: PostIndex): Revocations | undefined {
  const row = store.connection().one<{ value: string }>("SELECT value FROM meta WHERE key = 'previews'")
  return row ? (JSON.parse(row.value) ?? undefined) : noRevocations
}

/**
 * Takes previews.yml in; without the file nothing is revoked. Unlike a post, a file with an error does not leave its last
 * good version in force: somebody wanted to close an address, and it must not stay open over a typing error.
 */
export async function syncPreviews(db: Connection, root: string): Promise<Problem[]> {
  const { value, problems } = await readPreviewsFile(root)
  const stored = JSON.stringify(value ?? null)
  if (value === noRevocations) db.run("DELETE FROM meta WHERE key = 'previews'")
  else db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('previews', ?)", stored)
  return problems
}

/** previews.yml as it is on the disk; no value where it cannot be read. */
export async function readPreviewsFile(root: string): Promise<ParseResult<Revocations>> {
  const fault = (message: string, file = previewsFile): Problem => ({
    ...{ file, severity: 'error', rule: 'previews', message },
  })
  const found = await readRootFile(root, previewsFile)
  if ('bytes' in found) return parsePreviews({ path: previewsFile, bytes: found.bytes })
  if ('error' in found) return { problems: [fault(`${found.error} No preview opens until it can.`)] }
  if (!found.misnamed) return { value: noRevocations, problems: [] }
  return {
    problems: [fault(`This is not read, so it revokes nothing. Name it ${previewsFile}.`, found.misnamed)],
  }
}
