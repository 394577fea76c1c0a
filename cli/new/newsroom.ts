import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Author, parseAuthor } from '@/lib/content/author'
import { parseFileName } from '@/lib/content/file-name'
import { listSourceFiles } from '@/lib/content/files'
import { slugify } from '@/lib/text'

/** Everybody who may be an author, as far as their files can be read. */
export async function listAuthors(root: string): Promise<Author[]> {
  const { files } = await listSourceFiles(root, 'authors')
  return files.flatMap(({ path }) => parseAuthor({ path, bytes: readFileSync(join(root, path)) }).value ?? [])
}

/** The file that has an address by its name. */
export async function findPostBySlug(root: string, slug: string): Promise<string | undefined> {
  const { files } = await listSourceFiles(root, 'posts')
  return files.find(({ path }) => parseFileName(path).slug === slug)?.path
}

/** Who sits at this machine, as git knows them: by e-mail, else by name or id. */
export function findGitAuthor(root: string, authors: Author[]): Author | undefined {
  const email = configured(root, 'user.email').toLowerCase()
  const name = slugify(configured(root, 'user.name'))
  const byEmail = authors.find((author) => email !== '' && author.email?.toLowerCase() === email)
  return byEmail ?? authors.find(({ id, name: full }) => name !== '' && [id, slugify(full)].includes(name))
}

function configured(root: string, key: string): string {
  try {
    return execFileSync('git', ['config', key], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return '' // Not set, or no git.
  }
}
