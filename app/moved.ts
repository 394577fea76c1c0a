import { aliasTarget } from '@/lib/posts/article'

/** The way from another edition of a story that moved to the same edition of where it is now. */
export async function moved(slug: string, pathOf: (slug: string) => string): Promise<Response | undefined> {
  const target = await aliasTarget(`/${slug}`)
  return target === undefined
    ? undefined
    : new Response(null, { status: 308, headers: { location: pathOf(target) } })
}
