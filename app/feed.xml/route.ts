import { newestEntries } from '@/lib/posts/feeds'
import { rss } from '@/lib/syndication/rss'
import { site } from '@/site.config'

export async function GET() {
  const feed = rss({ title: site.name, description: site.description, ...(await newestEntries()) })
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
