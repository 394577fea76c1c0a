import { cacheLife } from 'next/cache'
import type { Post } from '../content/post'
import { byPlace, type Problem } from '../content/problem'
import { collector } from '../render/body'
import { checkPictures, noPicture } from '../render/check-references'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import type { PostIndex } from '../store/reader'
import { missing } from './lifetimes'
import { factsOf, openIndex } from './open-index'

/**
 * What is wrong with a post's file, for its author and in development only: errors stand in place of the page, the rest
 * over it. Readers go on seeing the last good version.
 */
export async function problemsAt(slug: string): Promise<Problem[]> {
  if (process.env.NODE_ENV !== 'development') return []
  return problemsNow(slug)
}

async function problemsNow(slug: string): Promise<Problem[]> {
  'use cache'
  cacheLife(missing)
  const index = await openIndex()
  const post = one.postAnyState(index, slug)
  const stored = state
    .problemsOf(index, slug)
    .filter(({ severity, rule }) => severity === 'error' || (severity === 'warning' && rule !== 'image'))
  return [...stored, ...(post ? missingPictures(index, post) : [])].sort(byPlace)
}

/** Asked anew: a picture may come after the text that names it, and the index goes by the text. */
function missingPictures(index: PostIndex, post: Post): Problem[] {
  const { problems, report } = collector(post)
  const facts = factsOf(index, Date.now())
  const lead = post.image?.src
  if (lead?.startsWith('/') && !facts.picture(lead)) report(undefined, noPicture(lead), 'image', 'warning')
  checkPictures(post, facts, report)
  return problems
}
