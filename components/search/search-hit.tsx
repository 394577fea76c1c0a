import type { Story } from '@/lib/content/summary'
import { spokenIn } from '@/lib/text'
import { articlePath } from '@/lib/urls'
import { Byline } from '../article/byline'
import { Timestamp } from '../layout/timestamp'

export type Piece = { text: string; highlighted: boolean }

/** A story that was found, with the part of its text in which the words are. */
export function SearchHit({ story, title, snippet }: { story: Story; title: Piece[]; snippet: Piece[] }) {
  const language = spokenIn(story.lang)
  return (
    <article className="search-hit">
      {story.categories[0] ? <p className="kicker">{story.categories[0].name}</p> : null}
      <h2 className="story-title">
        <a href={articlePath(story.slug)} {...language}>
          {title.map(toMark)}
        </a>
      </h2>
      <p {...language}>{snippet.map(toMark)}</p>
      <p className="meta">
        <Byline people={story.bylines} /> · <Timestamp at={story.published} short />
      </p>
    </article>
  )
}

const toMark = ({ text, highlighted }: Piece, place: number) =>
  highlighted ? <mark key={place}>{text}</mark> : text
