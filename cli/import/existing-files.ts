import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAuthor } from '@/lib/content/author'
import { readFileName } from '@/lib/content/file-name'
import { listFiles } from '@/lib/content/files'
import { readPost } from '@/lib/content/post'
import { canonicalPath } from '@/lib/urls'

/** What is in this repository before an import: nothing of it may be taken over, and what was imported before is known. */
export type Existing = {
  /** The path of the file that has a slug. */
  pathOf: Map<string, string>
  slugOf: Map<string, string>
  /** The path of the post that an old address leads to. */
  atAddress(address: string): string | undefined
  /** Names of authors by id. */
  authors: Map<string, string>
}

export async function readExisting(root: string): Promise<Existing> {
  const pathOf = new Map<string, string>()
  const slugOf = new Map<string, string>()
  const aliases = new Map<string, string>()
  const authors = new Map<string, string>()
  const filesIn = async (folder: 'posts' | 'authors') =>
    existsSync(join(root, folder)) ? (await listFiles(root, folder)).files : []
  for (const { path } of await filesIn('posts')) {
    const { value } = readPost({ path, bytes: readFileSync(join(root, path)) })
    const slug = value?.slug ?? readFileName(path).slug
    slugOf.set(path, slug)
    if (!pathOf.has(slug)) pathOf.set(slug, path)
    for (const alias of value?.aliases ?? []) aliases.set(alias, path)
  }
  for (const { path } of await filesIn('authors')) {
    const { value } = readAuthor({ path, bytes: readFileSync(join(root, path)) })
    authors.set(path.slice('authors/'.length, -'.md'.length), value?.name ?? '')
  }
  return { pathOf, slugOf, authors, atAddress: (address) => aliases.get(canonicalPath(address)) }
}
