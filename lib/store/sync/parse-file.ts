import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Author, readAuthor } from '@/lib/content/author'
import type { SourceFile } from '@/lib/content/files'
import { type Post, readPost } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { codeOf } from '../error-code'
import { isListed, type SearchTerms, searchTerms } from '../search/document-tokens'
import type { BodyFacts } from './body-lookups'

/** A file to look into, with the hash of the version that is stored of it, if that is a good one. */
export type Candidate = SourceFile & { stored?: string }

/** What a body was found to name: it was supposed to be there, and the index has to say whether it is. */
export type Named = { pictures: string[]; posts: string[] }

/** What a file says by itself, without a question to the index. Plain data: it may come from another thread. */
export type Inspected = { file: SourceFile } & (
  | { unread: string }
  | { hash: string; isStored: true }
  | { hash: string; isStored: false; author?: Author; post?: InspectedPost; problems: Problem[] }
)
export type InspectedPost = { post: Post; terms?: SearchTerms; inBody: Problem[]; named: Named }

export type CheckBody = (post: Post, facts: BodyFacts) => Promise<Problem[]>

/** Looks into files of `root`; answers in the same order. */
export type Inspector = (files: Candidate[]) => Promise<Inspected[]>

/**
 * One that works where it is called. What is done to each file is done to all of them before the next step: the words and
 * the parsers each fill the processor's cache, and by turns they cost half as much again.
 */
export function inspector(root: string, check?: CheckBody): Inspector {
  return async (files) => {
    const found = files.map((file) => read(root, file))
    for (const one of found) {
      const { post } = 'post' in one ? one : {}
      if (post && check) post.inBody = await check(post.post, supposing(post.named))
    }
    for (const one of found) {
      const { post } = 'post' in one ? one : {}
      if (post && isListed(post.post)) post.terms = searchTerms(post.post)
    }
    return found
  }
}

function read(root: string, { stored, ...listed }: Candidate): Inspected {
  const bytes = bytesOf(root, listed)
  const file = { ...listed, mtimeMs: timeToKeep(listed) }
  if (typeof bytes === 'string') return { file, unread: bytes }
  const hash = createHash('sha256').update(bytes).digest('base64')
  if (hash === stored) return { file, hash, isStored: true }
  const { path } = file
  if (path.startsWith('authors/')) {
    const { value: author, problems } = readAuthor({ path, bytes })
    return { file, hash, isStored: false, author, problems }
  }
  const { value, problems } = readPost({ path, bytes })
  const post = value && { post: value, inBody: [], named: { pictures: [], posts: [] } }
  return { file, hash, isStored: false, post, problems }
}

/** The bytes of a file, or why they cannot be had now. */
function bytesOf(root: string, file: SourceFile): Uint8Array | string {
  try {
    const bytes = readFileSync(join(root, file.path))
    return bytes.length === file.size ? bytes : 'The file was being written while it was read. Sync again.'
  } catch (error) {
    return `The file cannot be read (${codeOf(error)}). What was known of it stays.`
  }
}

/** A file may be written twice within a tick of the disk's clock. One that is so new is read once more next time. */
function timeToKeep({ mtimeMs }: SourceFile): number {
  return Date.now() - mtimeMs < 50 ? -1 : mtimeMs
}

/** Everything is there, and what was asked for is written down. */
function supposing(named: Named): BodyFacts {
  return {
    picture: (src) => named.pictures.push(src) > 0,
    post: (slug) => named.posts.push(slug) > 0,
  }
}
