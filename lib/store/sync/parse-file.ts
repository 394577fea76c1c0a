import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Author, parseAuthor } from '@/lib/content/author'
import type { SourceFile } from '@/lib/content/files'
import { type Post, parsePost } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { codeOf } from '../error-code'
import { isListed, type PostTokens, tokenizePost } from '../search/document-tokens'
import type { BodyLookups } from './body-lookups'

/** A file to look into, with the hash of the version that is stored of it, if that is a good one. */
export type FileToParse = SourceFile & { storedHash?: string }

/** What a body was found to name: it was supposed to be there, and the index has to say whether it is. */
export type BodyReferences = { pictures: string[]; posts: string[] }

/** What a file says by itself, without a question to the index. Plain data: it may come from another thread. */
export type ParsedFile = { file: SourceFile } & (
  | { unread: string }
  | { hash: string; isStored: true }
  | { hash: string; isStored: false; author?: Author; post?: ParsedPost; problems: Problem[] }
)
export type ParsedPost = {
  post: Post
  tokens?: PostTokens
  bodyProblems: Problem[]
  references: BodyReferences
}

export type CheckBody = (post: Post, facts: BodyLookups) => Promise<Problem[]>

/** Looks into files of `root`; answers in the same order. */
export type ParseFiles = (files: FileToParse[]) => Promise<ParsedFile[]>

/**
 * One that works where it is called. What is done to each file is done to all of them before the next step: the words and
 * the parsers each fill the processor's cache, and by turns they cost half as much again.
 */
export function createFileParser(root: string, check?: CheckBody): ParseFiles {
  return async (files) => {
    const found = files.map((file) => parseFile(root, file))
    for (const one of found) {
      const { post } = 'post' in one ? one : {}
      if (post && check) post.bodyProblems = await check(post.post, recordReferences(post.references))
    }
    for (const one of found) {
      const { post } = 'post' in one ? one : {}
      if (post && isListed(post.post)) post.tokens = tokenizePost(post.post)
    }
    return found
  }
}

function parseFile(root: string, { storedHash: stored, ...listed }: FileToParse): ParsedFile {
  const bytes = readBytes(root, listed)
  const file = { ...listed, mtimeMs: storedMtime(listed) }
  if (typeof bytes === 'string') return { file, unread: bytes }
  const hash = createHash('sha256').update(bytes).digest('base64')
  if (hash === stored) return { file, hash, isStored: true }
  const { path } = file
  if (path.startsWith('authors/')) {
    const { value: author, problems } = parseAuthor({ path, bytes })
    return { file, hash, isStored: false, author, problems }
  }
  const { value, problems } = parsePost({ path, bytes })
  const post = value && { post: value, bodyProblems: [], references: { pictures: [], posts: [] } }
  return { file, hash, isStored: false, post, problems }
}

/** The bytes of a file, or why they cannot be had now. */
function readBytes(root: string, file: SourceFile): Uint8Array | string {
  try {
    const bytes = readFileSync(join(root, file.path))
    return bytes.length === file.size ? bytes : 'The file was being written while it was read. Sync again.'
  } catch (error) {
    return `The file cannot be read (${codeOf(error)}). What was known of it stays.`
  }
}

/** A file may be written twice within a tick of the disk's clock. One that is so new is read once more next time. */
function storedMtime({ mtimeMs }: SourceFile): number {
  return Date.now() - mtimeMs < 50 ? -1 : mtimeMs
}

/** Everything is there, and what was asked for is written down. */
function recordReferences(references: BodyReferences): BodyLookups {
  return {
    picture: (src) => references.pictures.push(src) > 0,
    post: (slug) => references.posts.push(slug) > 0,
  }
}
