import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAuthor } from '@/lib/content/author'
import { parseFileName } from '@/lib/content/file-name'
import { listSourceFiles } from '@/lib/content/files'
import { parsePost } from '@/lib/content/post'
import { canonicalPath } from '@/lib/urls'

/** What is in this repository before an import: nothing of it may be taken over, and what was imported before is known. */
export type ExistingFiles = {
  /** The path of the file that has a slug. */
  pathOf: Map<string, string>
  slugOf: Map<string, string>
  /** The path of the post that an old address leads to. */
  pathOfAlias(address: string): string | undefined
  /** Names of authors by id. */
  authors: Map<string, string>
}

export async function readExistingFiles(root: string): Promise<ExistingFiles> {
  const pathOf = new Map<string, string>()
  const slugOf = new Map<string, string>()
  const aliases = new Map<string, string>()
  const authors = new Map<string, string>()
  const filesIn = async (folder: 'posts' | 'authors') =>
    existsSync(join(root, folder)) ? (await listSourceFiles(root, folder)).files : []
  for (const { path } of await filesIn('posts')) {
    const { value } = parsePost({ path, bytes: readFileSync(join(root, path)) })
    const slug = value?.slug ?? parseFileName(path).slug
    slugOf.set(path, slug)
    if (!pathOf.has(slug)) pathOf.set(slug, path)
    for (const alias of value?.aliases ?? []) aliases.set(alias, path)
  }
  for (const { path } of await filesIn('authors')) {
    const { value } = parseAuthor({ path, bytes: readFileSync(join(root, path)) })
    authors.set(path.slice('authors/'.length, -'.md'.length), value?.name ?? '')
  }
  return { pathOf, slugOf, authors, pathOfAlias: (address) => aliases.get(canonicalPath(address)) }
}
