import { resolveOldPath } from '@/lib/data/post'
import { messages } from '@/lib/i18n/messages'

/**
 * The response of a lite or Markdown route whose post is not at this address: a redirect to the same edition at its current
 * address, or 410 if it was removed. `pathOf` gives the path of that edition. Undefined if the slug was never used.
 */
export async function movedResponse(
  slug: string,
  pathOf: (slug: string) => string,
): Promise<Response | undefined> {
  const found = await resolveOldPath(`/${slug}`)
  if (!found) return undefined
  if ('movedTo' in found)
    return new Response(null, { status: 308, headers: { location: pathOf(found.movedTo) } })
  return new Response(`${messages.gone.title}\n\n${found.gone}\n`, {
    status: 410,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
