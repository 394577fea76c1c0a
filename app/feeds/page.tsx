import type { Metadata } from 'next'
import { FeedGuide } from '@/components/feed-guide'
import { FeedList } from '@/components/feed-list'
import { Masthead } from '@/components/masthead'
import { followable } from '@/lib/posts/followable'
import { listHead } from '@/lib/syndication/head'
import { feedsPath } from '@/lib/urls'
import { words } from '@/lib/words'
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
