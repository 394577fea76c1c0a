import { permanentRedirect } from 'next/navigation'
import { Missing } from '@/app/not-found-or-gone'
import { resolveOldPath } from '@/lib/data/post'
import { articlePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

// Next needs at least one path to prerender; no post has this one.
export function generateStaticParams() {
  return [{ slug: '-', rest: ['-'] }]
}

/** Old addresses of more than one segment, such as `/2023/03/16/chips.html`. */
export default async function OldAddress({ params }: PageProps<'/[slug]/[...rest]'>) {
  const { slug, rest } = await params
  const found = await resolveOldPath(`/${[slug, ...rest].join('/')}`)
  if (found && 'movedTo' in found) permanentRedirect(articlePath(found.movedTo))
  return <Missing gone={found?.gone} />
}
