import { openReader, type PostIndex } from './reader'
import { openWriter, type WritableStore } from './writer'

export type { PostIndex, WritableStore }

/**
 * Opens the index at a path. For writing, it makes the folder and, where the file is missing, damaged or of another
 * version, begins a new one that takes its place when a sync ends. With `readonly` it never changes the file, and
 * throws a StoreError that says what to do when there is none to read.
 */
export function openStore(path: string, options: { readonly: true }): PostIndex
export function openStore(path: string, options?: { readonly?: false }): WritableStore
export function openStore(path: string, options: { readonly?: boolean } = {}): PostIndex {
  return options.readonly ? openReader(path) : openWriter(path)
}
