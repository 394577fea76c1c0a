import { cacheLife } from 'next/cache'
import type { Post } from '../content/post'
import { byPosition, type Problem } from '../content/problem'
import { collectProblems } from '../render/body'
import { checkPictures, missingPictureMessage } from '../render/check-references'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import type { PostIndex } from '../store/reader'
import { missingLifetime } from './lifetimes'
import { bodyLookups, openIndex } from './open-index'

/**
 * What is wrong with a post's file, for its author and in development only: errors stand in place of the page, the rest
 * over it. Readers go on seeing the last good version.
 */
export async function getPostProblems(slug: string): Promise<Problem[]> {
  if (process.env.NODE_ENV !== 'development') return []
  return problemsNow(slug)
}

async function problemsNow(slug: string): Promise<Problem[]> {
  'use cache'
  cacheLife(missingLifetime)
  const index = await openIndex()
  const post = one.postInAnyState(index, slug)
  const stored = state
    .listProblemsOf(index, slug)
    .filter(({ severity, rule }) => severity === 'error' || (severity === 'warning' && rule !== 'image'))
  return [...stored, ...(post ? missingPictures(index, post) : [])].sort(byPosition)
}

/** Asked anew: a picture may come after the text that names it, and the index goes by the text. */
function missingPictures(index: PostIndex, post: Post): Problem[] {
  const { problems, report } = collectProblems(post)
  const facts = bodyLookups(index, Date.now())
  const lead = post.image?.src
  if (lead?.startsWith('/') && !facts.picture(lead))
    report(undefined, missingPictureMessage(lead), 'image', 'warning')
  checkPictures(post, facts, report)
  return problems
}
