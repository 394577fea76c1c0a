import type { Story } from '@/lib/content/story'
import { spokenIn } from '@/lib/text'
import { articlePath } from '@/lib/urls'
import { Byline } from './byline'
import { Timestamp } from './timestamp'

/** A story that was found, with the part of its text in which the words are. */
export function SearchHit({
  story,
  snippet,
}: {
  story: Story
  snippet: { text: string; highlighted: boolean }[]
}) {
  const language = spokenIn(story.lang)
  return (
    <article className="search-hit">
      {story.categories[0] ? <p className="kicker">{story.categories[0].name}</p> : null}
      <h2 className="story-title">
        <a href={articlePath(story.slug)} {...language}>
          {story.title}
        </a>
      </h2>
      <p {...language}>
        {snippet.map(({ text, highlighted }, place) => {
          return highlighted ? <mark key={place}>{text}</mark> : text
        })}
      </p>
      <p className="meta">
        <Byline people={story.bylines} /> · <Timestamp at={story.published} short />
      </p>
    </article>
  )
}
