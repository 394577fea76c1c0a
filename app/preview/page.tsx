import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { UnpublishedPage } from '@/components/lists/unpublished-page'
import { unpublished } from '@/lib/data/unpublished'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { robots: { index: false } }

/** In development the list of what readers do not see. On a deployed site there is no such page. */
export default async function Unpublished() {
  const posts = await unpublished()
  return posts ? <UnpublishedPage posts={posts} /> : <Missing />
}
