import type { Problem } from '@/lib/content/problem'

/** A file as it came from the disk. `path` is relative to the repository, with forward slashes. */
export type FileBytes = { path: string; bytes: Uint8Array }

/** What reading a file gave. `value` is there exactly when no problem is an error. */
export type ParseResult<T> = { value?: T; problems: Problem[] }
