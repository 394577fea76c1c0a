import { isRecord, textOf } from '../values'

export type Row = Record<string, unknown>
/** The tables of an export that an import reads. */
export type GhostData = { rows(table: string): Row[]; setting(key: string): string | undefined }

const largest = 200 * 1024 * 1024

/** Reads a Ghost export, whichever of its forms it has: `{ db: [{ data }] }`, or `{ data }`. Throws where it is none. */
export function readGhost(json: string): GhostData {
  if (json.length > largest) throw new Error('The file has more than 200 MB.')
  const read = parsed(json)
  const first: unknown = isRecord(read) && Array.isArray(read.db) ? read.db[0] : read
  const data = isRecord(first) ? first.data : undefined
  if (!isRecord(data) || !Array.isArray(data.posts))
    throw new Error('This is no export of Ghost: there are no posts in it.')
  const rows = (table: string): Row[] => {
    const found = Object.hasOwn(data, table) ? data[table] : []
    return Array.isArray(found) ? found.filter(isRecord) : []
  }
  return { rows, setting: (key) => textOf(rows('settings').find((row) => row.key === key)?.value) }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Error(`This is no export of Ghost: ${error instanceof Error ? error.message : error}.`)
  }
}

/** What a table between two others joins to a row, in its order. */
export function joinedRows({ rows }: GhostData, table: string, id: unknown, key: string): unknown[] {
  return rows(table)
    .filter((row) => row.post_id === id)
    .sort((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0))
    .map((row) => row[key])
}
