import type { Metadata } from 'next'
import { Masthead } from '@/components/layout/masthead'
import { FeedGuide } from '@/components/lists/feed-guide'
import { FeedList } from '@/components/lists/feed-list'
import { followable } from '@/lib/data/feed-directory'
import { words } from '@/lib/i18n/messages'
import { listHead } from '@/lib/metadata/head'
import { feedsPath } from '@/lib/urls'
import { site } from '@/site.config'

export const ensureStatic = 'navigation'

const intro = words.feed.intro(site.name)
export const metadata: Metadata = listHead({ title: words.feeds, description: intro, path: feedsPath() })

export default async function FeedsPage() {
  const { sections, authors, tags, moreTags } = await followable()
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{words.feeds}</h1>
          <p className="article-standfirst">{intro}</p>
        </header>
        <FeedGuide />
        <FeedList id="sections" title={words.sections} lists={sections} />
        <FeedList id="authors" title={words.feed.authors} lists={authors} />
        <FeedList
          id="tags"
          title={words.tags}
          note={moreTags ? words.mostUsedTags(tags.length) : undefined}
          lists={tags}
          columns
        />
      </main>
    </>
  )
}
