import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { articlePath, categoryPath } from '@/lib/urls'
import { Byline } from '../article/byline'
import { Headline } from '../layout/headline'
import { Timestamp } from '../layout/timestamp'
import { TeaserPicture } from './teaser-picture'

/** How large a teaser is, from the lead of the front page down to a bare headline. */
export type Size = keyof typeof sizes

const sizes = {
  lead: { layout: 'teaser-lead', picture: '(min-width: 68rem) 52rem, 100vw', text: 'standfirst', meta: true },
  feature: {
    layout: 'teaser-feature',
    picture: '(min-width: 52rem) 47rem, 100vw',
    text: 'standfirst',
    meta: true,
  },
  column: {
    layout: 'teaser-column',
    picture: '(min-width: 52rem) 24rem, 7rem',
    text: 'standfirst',
    meta: false,
  },
  row: { layout: 'teaser-row', picture: '(min-width: 52rem) 15rem, 7rem', text: 'standfirst', meta: true },
  brief: { layout: 'teaser-brief', picture: undefined, text: undefined, meta: false },
} as const

/** A post in a list. Its picture is decorative; the headline is the only link for screen readers. */
export function PostTeaser({
  post,
  size,
  heading: Heading = 'h3',
  showSection = false,
  eager = false,
}: {
  post: PostCard
  size: Size
  heading?: 'h2' | 'h3'
  showSection?: boolean
  eager?: boolean
}) {
  const { layout, picture, text, meta } = sizes[size]
  const section = post.categories[0]
  const label = post.kicker ?? (post.type === 'news' ? undefined : messages.types[post.type])
  return (
    <article className={`teaser ${layout}`}>
      {picture ? <TeaserPicture post={post} sizes={picture} eager={eager} /> : null}
      <div className="teaser-text">
        {showSection && section ? (
          <p className="kicker">
            <a href={categoryPath(section.slug)}>{section.name}</a>
            {label ? <span className="text-ink-2"> · {label}</span> : null}
          </p>
        ) : label ? (
          <p className="kicker">{label}</p>
        ) : null}
        <Heading className="teaser-title">
          <a href={articlePath(post.slug)} {...langAttributes(post.lang)}>
            <Headline text={post.title} />
          </a>
        </Heading>
        {text ? (
          <p className="teaser-standfirst" {...langAttributes(post.lang)}>
            {post.description}
          </p>
        ) : null}
        <p className="meta">
          {meta && post.bylines.length > 0 ? (
            <>
              <Byline people={post.bylines} />
              {' · '}
            </>
          ) : null}
          <Timestamp at={post.published} short />
        </p>
      </div>
    </article>
  )
}
