import type { Metadata } from 'next'
import { Masthead } from '@/components/layout/masthead'
import { FeedGuide } from '@/components/lists/feed-guide'
import { FeedList } from '@/components/lists/feed-list'
import { getFeedDirectory } from '@/lib/data/feed-directory'
import { messages } from '@/lib/i18n/messages'
import { listMetadata } from '@/lib/metadata/head'
import { feedsPath } from '@/lib/urls'
import { site } from '@/site.config'

export const ensureStatic = 'navigation'

const intro = messages.feed.intro(site.name)
export const metadata: Metadata = listMetadata({
  title: messages.feeds,
  description: intro,
  path: feedsPath(),
})

export default async function FeedsPage() {
  const { sections, authors, tags, moreTags } = await getFeedDirectory()
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{messages.feeds}</h1>
          <p className="article-standfirst">{intro}</p>
        </header>
        <FeedGuide />
        <FeedList id="sections" title={messages.sections} lists={sections} />
        <FeedList id="authors" title={messages.feed.authors} lists={authors} />
        <FeedList
          id="tags"
          title={messages.tags}
          note={moreTags ? messages.mostUsedTags(tags.length) : undefined}
          lists={tags}
          columns
        />
      </main>
    </>
  )
}
