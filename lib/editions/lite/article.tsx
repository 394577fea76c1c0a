import { AgeNotice } from '@/components/article/age-notice'
import { Corrections, Sources } from '@/components/article/article-notes'
import { Byline } from '@/components/article/byline'
import { Timestamp } from '@/components/layout/timestamp'
import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes, readingMinutes } from '@/lib/text'
import { articlePath, feedsPath, litePath } from '@/lib/urls'
import { site } from '@/site.config'
import { type LiteLookups, toLiteBody } from './body'
import { renderLiteDocument } from './document'
import { pictureLabel } from './picture-label'

/** A story or standing page in the lite edition. `html` is its body, rendered and sanitised. */
export function renderLitePost(
  { post, html, yearsOld }: { post: PostCard; html: string; yearsOld?: number },
  facts: LiteLookups,
): Promise<string> {
  const isStory = post.layout === 'post'
  return renderLiteDocument({
    title: `${post.seoTitle ?? post.title} – ${site.name}`,
    description: post.description,
    full: articlePath(post.slug),
    footer: [
      { href: litePath(), text: messages.lite.all },
      { href: articlePath(post.slug), text: messages.lite.fullStory },
      { href: feedsPath(), text: messages.feeds },
    ],
    children: (
      <article {...langAttributes(post.lang)}>
        {isStory ? <p className="kicker">{kicker(post)}</p> : null}
        <h1>{post.title}</h1>
        <p className="standfirst">{post.description}</p>
        {isStory ? <Meta post={post} /> : null}
        <LeadPicture post={post} facts={facts} />
        <AgeNotice years={yearsOld} />
        <KeyPoints points={post.keyPoints} />
        {post.dateline ? <p className="meta">{post.dateline}</p> : null}
        <div dangerouslySetInnerHTML={{ __html: toLiteBody(html, facts) }} />
        <Corrections post={post} />
        <Sources post={post} />
      </article>
    ),
  })
}

const kicker = ({ categories: [section], kicker, type }: PostCard) =>
  [section?.name, kicker ?? (type === 'news' ? undefined : messages.types[type])].filter(Boolean).join(' · ')

function Meta({ post }: { post: PostCard }) {
  return (
    <p className="meta">
      {post.bylines.length > 0 ? (
        <>
          {messages.by} <Byline people={post.bylines} />
          {' · '}
        </>
      ) : null}
      <Timestamp at={post.published} />
      {post.updated ? (
        <>
          {` · ${messages.updated} `}
          <Timestamp at={post.updated} />
        </>
      ) : null}
      {` · ${messages.readingTime(readingMinutes(post.words))}`}
    </p>
  )
}

function LeadPicture({ post: { image }, facts }: { post: PostCard; facts: LiteLookups }) {
  if (!image) return null
  const about = [image.caption, image.credit].filter(Boolean).join(' ')
  return (
    <figure>
      <a href={image.src}>{pictureLabel(image.alt, facts.file(image.src))}</a>
      {about ? <figcaption>{about}</figcaption> : null}
    </figure>
  )
}

function KeyPoints({ points }: { points: string[] }) {
  if (points.length === 0) return null
  return (
    <aside aria-label={messages.keyPoints}>
      <p className="box-title">{messages.keyPoints}</p>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </aside>
  )
}
