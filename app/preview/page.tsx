import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { UnpublishedPage } from '@/components/lists/unpublished-page'
import { listUnpublished } from '@/lib/data/unpublished'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { robots: { index: false } }

/** In development, the list of unpublished posts. A deployed site answers 404. */
export default async function Unpublished() {
  const posts = await listUnpublished()
  return posts ? <UnpublishedPage posts={posts} /> : <Missing />
}
