import { cacheLife } from 'next/cache'
import { isWithheld } from '../archive/drafts'
import * as one from '../archive/one-post'
import { revocations } from '../archive/previews'
import * as state from '../archive/state'
import { readFileName } from '../content/file-name'
import { isRevokedToken, revocationOf } from '../content/previews'
import { previewSecret, tokenId, tokenUntil } from '../preview-token'
import { ask } from './ask'
import { missing } from './lifetimes'
import { storyPage } from './story-page'

/** What readers do not see, for authors and in development only: drafts, scheduled posts and files with errors. */
export async function unpublished() {
  if (process.env.NODE_ENV !== 'development') return undefined
  return unpublishedNow()
}

async function unpublishedNow() {
  'use cache'
  cacheLife(missing)
  const [index, now] = [await ask(), Date.now()]
  return state.heldBack(index, now).map(({ path, reason, at, ...known }) => {
    const slug = known.slug ?? readFileName(path).slug
    return { path, reason, at, slug, title: one.postAnyState(index, slug)?.title ?? path }
  })
}

/** Until when a token opens the preview of a post, in milliseconds. Not cached, so that it is true to the second. */
export async function previewUntil(slug: string, token: string): Promise<number | undefined> {
  const revoked = revocations(await ask())
  if (!revoked || isRevokedToken(revoked, tokenId(token))) return undefined
  return tokenUntil(previewSecret(), slug, token, Date.now(), revocationOf(revoked, slug))
}

/**
 * A draft or scheduled post for whoever holds a token of it; `public` once it is out; else undefined, whatever the reason.
 * Nothing of it is cached: Next keeps the shortest-lived page for five minutes and shows it once more after that, which is
 * five minutes after the token expired or was revoked.
 */
export async function preview(slug: string, token: string) {
  const until = await previewUntil(slug, token)
  if (until === undefined) return undefined
  const [index, now] = [await ask(), Date.now()]
  const post = one.postAnyState(index, slug)
  if (!post || isWithheld(post)) return undefined
  if (!post.draft && Date.parse(post.published) <= now) return 'public'
  return { ...(await storyPage(index, now, post)), until: new Date(until).toISOString() }
}
