import type { Correction } from '@/lib/content/post'
import type { Summary } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { correctionsPath, feedPath } from '@/lib/urls'
import { Masthead } from '../layout/masthead'
import { Timestamp } from '../layout/timestamp'
import { Pagination } from './pagination'

type Note = Correction & { post: Summary; path: string }

/** All corrections of all posts, newest first, each with a link to its place in the post. `policy` is the path of the corrections policy. */
export function CorrectionsPage({
  notes,
  count,
  page,
  pages,
  policy,
}: {
  notes: Note[]
  count: number
  page: number
  pages: number
  policy?: string
}) {
  const { title, intro, none } = messages.correctionsPage
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="list-header">
          <div>
            <h1>{title}</h1>
            <p>{intro}</p>
            <p className="meta flex flex-wrap gap-x-5 [&_a]:underline">
              <span>
                {messages.correctionsPage.count(count)}
                {pages > 1 ? ` · ${messages.pageOf(page, pages)}` : null}
              </span>
              {policy ? <a href={policy}>{messages.correctionsPage.policy}</a> : null}
              <a href={feedPath('rss', correctionsPath())}>{messages.followFeed}</a>
            </p>
          </div>
        </header>
        <div className="post-list">
          {notes.map((note) => (
            <Row key={note.path} {...note} />
          ))}
        </div>
        {notes.length === 0 ? <p>{none}</p> : null}
        <Pagination page={page} pages={pages} pathOf={correctionsPath} />
      </main>
    </>
  )
}

function Row({ post, path, date, type, text }: Note) {
  return (
    <section className="correction">
      <p className="meta">
        <Timestamp at={date} short />
      </p>
      <div className="teaser-text">
        <p className="kicker">{messages.correctionTypes[type]}</p>
        <h2 className="teaser-title">
          <a href={path} {...langAttributes(post.lang)}>
            {post.title}
          </a>
        </h2>
        <p className="correction-text" {...langAttributes(post.lang)}>
          {text}
        </p>
      </div>
    </section>
  )
}
