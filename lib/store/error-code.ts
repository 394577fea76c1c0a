/** The code of an error of the database or the disk: `SQLITE_BUSY`, `ENOENT`; '' where there is none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
