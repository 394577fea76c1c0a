import type { Author } from '@/lib/content/author'
import type { Story, Summary } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { absolute, articlePath, categoryPath, homePath } from '@/lib/urls'
import { site } from '@/site.config'
import { Breadcrumb } from '../layout/breadcrumb'
import { Mark } from '../layout/logo'
import { AgeNotice } from './age-notice'
import { ArticleHeader } from './article-header'
import { Corrections, Sources, Tags } from './article-notes'
import { ArticleRail } from './article-rail'
import { AuthorNote } from './author-note'
import { KeyPoints } from './key-points'
import { LeadPicture } from './lead-picture'
import { Neighbours } from './previous-next'
import { MoreOnThis } from './related-posts'
import { SeriesBox } from './series-box'
import { Contents } from './table-of-contents'

/** A story as readers see it. */
export function Article({
  story,
  authors,
  html,
  headings,
  series,
  related,
  previous,
  next,
  yearsOld,
}: {
  story: Story
  authors: Author[]
  html: string
  headings: { id: string; text: string; depth: 2 | 3 }[]
  series: Story[]
  related: Story[]
  previous?: Summary
  next?: Summary
  yearsOld?: number
}) {
  const section = story.categories[0]
  return (
    <>
      <div className="progress" aria-hidden="true" />
      <main id="content" className="wrap">
        <div className="pt-4">
          <Breadcrumb
            steps={[
              { name: words.home, path: homePath() },
              ...(section ? [{ name: section.name, path: categoryPath(section.slug) }] : []),
              { name: story.title, lang: story.lang },
            ]}
          />
        </div>
        <article>
          <ArticleHeader story={story} />
          <div className="article-grid">
            <ArticleRail story={story} authors={authors} />
            <LeadPicture story={story} />
            <div className="article-body">
              <AgeNotice years={yearsOld} />
              <div {...spokenIn(story.lang)}>
                <KeyPoints points={story.keyPoints} />
                {story.toc ? <Contents headings={headings} /> : null}
                {story.dateline ? <p className="dateline">{story.dateline}</p> : null}
                <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
              </div>
              <Mark className="article-end" />
              <Corrections story={story} />
              <Sources story={story} />
              {story.series ? (
                <SeriesBox name={story.series.name} parts={series} current={story.slug} />
              ) : null}
              <Tags story={story} />
              <AuthorNote authors={authors} />
              <p className="print-only meta">
                {site.name}, {absolute(articlePath(story.slug))}
              </p>
            </div>
          </div>
        </article>
      </main>
      <MoreOnThis stories={related} />
      <Neighbours previous={previous} next={next} />
    </>
  )
}
