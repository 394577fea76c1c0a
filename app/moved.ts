import { whatBecameOf } from '@/lib/data/post'
import { words } from '@/lib/i18n/messages'

/**
 * What another edition of a story answers where there is no such story: the way to the same edition of where it is now, or
 * that it is gone.
 */
export async function moved(slug: string, pathOf: (slug: string) => string): Promise<Response | undefined> {
  const found = await whatBecameOf(`/${slug}`)
  if (!found) return undefined
  if ('movedTo' in found)
    return new Response(null, { status: 308, headers: { location: pathOf(found.movedTo) } })
  return new Response(`${words.gone.title}\n\n${found.gone}\n`, {
    status: 410,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
