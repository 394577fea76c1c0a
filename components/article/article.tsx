import type { Author } from '@/lib/content/author'
import type { PostCard, Summary } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { absoluteUrl, articlePath, categoryPath, homePath } from '@/lib/urls'
import { site } from '@/site.config'
import { Breadcrumb } from '../layout/breadcrumb'
import { Logo } from '../layout/logo'
import { AgeNotice } from './age-notice'
import { ArticleHeader } from './article-header'
import { Corrections, Sources, Tags } from './article-notes'
import { ArticleRail } from './article-rail'
import { AuthorNote } from './author-note'
import { KeyPoints } from './key-points'
import { LeadPicture } from './lead-picture'
import { PreviousNext } from './previous-next'
import { RelatedPosts } from './related-posts'
import { SeriesBox } from './series-box'
import { TableOfContents } from './table-of-contents'

/** The page of a post, from the breadcrumb to the related posts. `html` is the rendered body. */
export function Article({
  post,
  authors,
  html,
  headings,
  series,
  related,
  previous,
  next,
  yearsOld,
}: {
  post: PostCard
  authors: Author[]
  html: string
  headings: { id: string; text: string; depth: 2 | 3 }[]
  series: PostCard[]
  related: PostCard[]
  previous?: Summary
  next?: Summary
  yearsOld?: number
}) {
  const section = post.categories[0]
  return (
    <>
      <div className="progress" aria-hidden="true" />
      <main id="content" className="wrap">
        <div className="pt-4">
          <Breadcrumb
            steps={[
              { name: messages.home, path: homePath() },
              ...(section ? [{ name: section.name, path: categoryPath(section.slug) }] : []),
              { name: post.title, lang: post.lang },
            ]}
          />
        </div>
        <article>
          <ArticleHeader post={post} />
          <div className="article-grid">
            <ArticleRail post={post} authors={authors} />
            <LeadPicture post={post} />
            <div className="article-body">
              <AgeNotice years={yearsOld} />
              <div {...langAttributes(post.lang)}>
                <KeyPoints points={post.keyPoints} />
                {post.toc ? <TableOfContents headings={headings} /> : null}
                {post.dateline ? <p className="dateline">{post.dateline}</p> : null}
                <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
              </div>
              <Logo className="article-end" />
              <Corrections post={post} />
              <Sources post={post} />
              {post.series ? <SeriesBox name={post.series.name} parts={series} current={post.slug} /> : null}
              <Tags post={post} />
              <AuthorNote authors={authors} />
              <p className="print-only meta">
                {site.name}, {absoluteUrl(articlePath(post.slug))}
              </p>
            </div>
          </div>
        </article>
      </main>
      <RelatedPosts posts={related} />
      <PreviousNext previous={previous} next={next} />
    </>
  )
}
