import type { Correction } from '@/lib/content/post'
import type { Summary } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { correctionsPath, feedPath } from '@/lib/urls'
import { Masthead } from '../layout/masthead'
import { Timestamp } from '../layout/timestamp'
import { Pager } from './pagination'

type Note = Correction & { story: Summary; path: string }

/** Every correction of every story, newest first, each with a link to the place where it stands. */
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
  const { title, intro, none } = words.correctionsPage
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
                {words.correctionsPage.count(count)}
                {pages > 1 ? ` · ${words.pageOf(page, pages)}` : null}
              </span>
              {policy ? <a href={policy}>{words.correctionsPage.policy}</a> : null}
              <a href={feedPath('rss', correctionsPath())}>{words.followFeed}</a>
            </p>
          </div>
        </header>
        <div className="story-list">
          {notes.map((note) => (
            <Row key={note.path} {...note} />
          ))}
        </div>
        {notes.length === 0 ? <p>{none}</p> : null}
        <Pager page={page} pages={pages} pathOf={correctionsPath} />
      </main>
    </>
  )
}

function Row({ story, path, date, type, text }: Note) {
  return (
    <section className="correction">
      <p className="meta">
        <Timestamp at={date} short />
      </p>
      <div className="story-text">
        <p className="kicker">{words.correctionTypes[type]}</p>
        <h2 className="story-title">
          <a href={path} {...spokenIn(story.lang)}>
            {story.title}
          </a>
        </h2>
        <p className="correction-text" {...spokenIn(story.lang)}>
          {text}
        </p>
      </div>
    </section>
  )
}
