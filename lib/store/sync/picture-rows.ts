import type { Connection } from '../database'

/** A picture under public/: its size in pixels as a browser shows it, its media type and its bytes. */
export type PictureFile = { width: number; height: number; type: string; bytes: number }

export function pictureRow(db: Connection, src: string): PictureFile | undefined {
  const columns = 'SELECT width, height, type, size AS bytes FROM pictures'
  return db.one<PictureFile>(`${columns} WHERE src = ? AND width > 0`, src)
}
