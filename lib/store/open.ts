import { openReader, type PostIndex } from './reader'
import { openWriter, type WritableArchive } from './writer'

export type { PostIndex as Archive, WritableArchive }

/**
 * Opens the index at a path. For writing, it makes the folder and, where the file is missing, damaged or of another
 * version, begins a new one that takes its place when a sync ends. With `readonly` it never changes the file, and
 * throws an ArchiveError that says what to do when there is none to read.
 */
export function openArchive(path: string, options: { readonly: true }): PostIndex
export function openArchive(path: string, options?: { readonly?: false }): WritableArchive
export function openArchive(path: string, options: { readonly?: boolean } = {}): PostIndex {
  return options.readonly ? openReader(path) : openWriter(path)
}
