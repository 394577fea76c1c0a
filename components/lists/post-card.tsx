import type { Story as StoryData } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { articlePath, categoryPath } from '@/lib/urls'
import { Byline } from '../article/byline'
import { Headline } from '../layout/headline'
import { Timestamp } from '../layout/timestamp'
import { StoryPicture } from './card-picture'

/** How a story is drawn in a list, from the lead of the front page down to a bare headline. */
export type Size = keyof typeof sizes

const sizes = {
  lead: { layout: 'story-lead', picture: '(min-width: 68rem) 52rem, 100vw', text: 'standfirst', meta: true },
  feature: {
    layout: 'story-feature',
    picture: '(min-width: 52rem) 47rem, 100vw',
    text: 'standfirst',
    meta: true,
  },
  column: {
    layout: 'story-column',
    picture: '(min-width: 52rem) 24rem, 7rem',
    text: 'standfirst',
    meta: false,
  },
  row: { layout: 'story-row', picture: '(min-width: 52rem) 15rem, 7rem', text: 'standfirst', meta: true },
  brief: { layout: 'story-brief', picture: undefined, text: undefined, meta: false },
} as const

/** A story in a list. The picture is decoration here: its headline is the link, and the only one that is spoken. */
export function Story({
  story,
  size,
  heading: Heading = 'h3',
  showSection = false,
  eager = false,
}: {
  story: StoryData
  size: Size
  heading?: 'h2' | 'h3'
  showSection?: boolean
  eager?: boolean
}) {
  const { layout, picture, text, meta } = sizes[size]
  const section = story.categories[0]
  const label = story.kicker ?? (story.type === 'news' ? undefined : words.types[story.type])
  return (
    <article className={`story ${layout}`}>
      {picture ? <StoryPicture story={story} sizes={picture} eager={eager} /> : null}
      <div className="story-text">
        {showSection && section ? (
          <p className="kicker">
            <a href={categoryPath(section.slug)}>{section.name}</a>
            {label ? <span className="text-ink-2"> · {label}</span> : null}
          </p>
        ) : label ? (
          <p className="kicker">{label}</p>
        ) : null}
        <Heading className="story-title">
          <a href={articlePath(story.slug)} {...spokenIn(story.lang)}>
            <Headline text={story.title} />
          </a>
        </Heading>
        {text ? (
          <p className="story-standfirst" {...spokenIn(story.lang)}>
            {story.description}
          </p>
        ) : null}
        <p className="meta">
          {meta && story.bylines.length > 0 ? (
            <>
              <Byline people={story.bylines} />
              {' · '}
            </>
          ) : null}
          <Timestamp at={story.published} short />
        </p>
      </div>
    </article>
  )
}
