import { cacheLife } from 'next/cache'
import { parseFileName } from '../content/file-name'
import type { Post } from '../content/post'
import { isRevokedToken, revocationStamp } from '../content/previews'
import { previewSecret, tokenId, verifyPreviewToken } from '../preview-token'
import { getRevocations } from '../store/preview-revocations'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import { isRedacted } from '../store/sync/drafts'
import { missingLifetime, preventReuse } from './lifetimes'
import { openIndex } from './open-index'
import { buildPostPage } from './post-page'

/** What readers do not see, for authors and in development only: drafts, scheduled posts and files with errors. */
export async function listUnpublished() {
  if (process.env.NODE_ENV !== 'development') return undefined
  return unpublishedNow()
}

async function unpublishedNow() {
  'use cache'
  cacheLife(missingLifetime)
  const [index, now] = [await openIndex(), Date.now()]
  return state.listUnpublished(index, now).map(({ path, reason, at, ...known }) => {
    const slug = known.slug ?? parseFileName(path).slug
    return { path, reason, at, slug, title: one.postInAnyState(index, slug)?.title ?? path }
  })
}

/** Until when a token opens the preview of a post, in milliseconds. Not cached, so that it is true to the second. */
export async function getPreviewExpiry(slug: string, token: string): Promise<number | undefined> {
  const revoked = getRevocations(await openIndex())
  if (!revoked || isRevokedToken(revoked, tokenId(token))) return undefined
  return verifyPreviewToken(previewSecret(), slug, token, Date.now(), revocationStamp(revoked, slug))
}

/**
 * Whether a token opens a preview (`draft`), leads to the public page (`public`) or neither, for the status of the answer alone. It
 * is not kept: what it depends on may be taken back at any second. What is shown asks `preview`.
 */
export async function getPreviewState(slug: string, token: string): Promise<'draft' | 'public' | undefined> {
  'use cache'
  preventReuse()
  const post = await findPreviewedPost(slug, token)
  return post && (isPublic(post.post) ? 'public' : 'draft')
}

/**
 * A draft or scheduled post for whoever holds a token of it; undefined where that opens nothing, for whatever reason, or the post is
 * public. Nothing of it is cached: Next would show it once more up to five minutes after the token expired or was revoked.
 */
export async function getPreview(slug: string, token: string) {
  const found = await findPreviewedPost(slug, token)
  if (!found || isPublic(found.post)) return undefined
  return { ...(await buildPostPage(await openIndex(), Date.now(), found.post)), until: found.until }
}

async function findPreviewedPost(slug: string, token: string) {
  const until = await getPreviewExpiry(slug, token)
  const post = until === undefined ? undefined : one.postInAnyState(await openIndex(), slug)
  return until === undefined || !post || isRedacted(post)
    ? undefined
    : { post, until: new Date(until).toISOString() }
}

const isPublic = ({ draft, published }: Post) => !draft && Date.parse(published) <= Date.now()
