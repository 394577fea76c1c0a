import { permanentRedirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { whatBecameOf } from '@/lib/data/post'
import { articlePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

// Next wants one address to try the route with; this one is nobody's.
export function generateStaticParams() {
  return [{ slug: '-', rest: ['-'] }]
}

/** Old addresses of more than one segment, such as `/2023/03/16/chips.html`. */
export default async function OldAddress({ params }: PageProps<'/[slug]/[...rest]'>) {
  const { slug, rest } = await params
  const found = await whatBecameOf(`/${[slug, ...rest].join('/')}`)
  if (found && 'movedTo' in found) permanentRedirect(articlePath(found.movedTo))
  return <Missing gone={found?.gone} />
}
