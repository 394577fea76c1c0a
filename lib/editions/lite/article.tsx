import { AgeNotice } from '@/components/article/age-notice'
import { Corrections, Sources } from '@/components/article/article-notes'
import { Byline } from '@/components/article/byline'
import { Timestamp } from '@/components/layout/timestamp'
import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { readingMinutes, spokenIn } from '@/lib/text'
import { articlePath, feedsPath, litePath } from '@/lib/urls'
import { site } from '@/site.config'
import { type LiteFacts, liteBody } from './body'
import { liteDocument } from './document'
import { pictureLabel } from './picture-label'

/** A story or standing page in the lite edition. `html` is its body, rendered and sanitised. */
export function liteArticle(
  { story, html, yearsOld }: { story: Story; html: string; yearsOld?: number },
  facts: LiteFacts,
): Promise<string> {
  const isStory = story.layout === 'post'
  return liteDocument({
    title: `${story.seoTitle ?? story.title} – ${site.name}`,
    description: story.description,
    full: articlePath(story.slug),
    footer: [
      { href: litePath(), text: words.lite.all },
      { href: articlePath(story.slug), text: words.lite.fullStory },
      { href: feedsPath(), text: words.feeds },
    ],
    children: (
      <article {...spokenIn(story.lang)}>
        {isStory ? <p className="kicker">{kicker(story)}</p> : null}
        <h1>{story.title}</h1>
        <p className="standfirst">{story.description}</p>
        {isStory ? <Meta story={story} /> : null}
        <LeadPicture story={story} facts={facts} />
        <AgeNotice years={yearsOld} />
        <KeyPoints points={story.keyPoints} />
        {story.dateline ? <p className="meta">{story.dateline}</p> : null}
        <div dangerouslySetInnerHTML={{ __html: liteBody(html, facts) }} />
        <Corrections story={story} />
        <Sources story={story} />
      </article>
    ),
  })
}

const kicker = ({ categories: [section], kicker, type }: Story) =>
  [section?.name, kicker ?? (type === 'news' ? undefined : words.types[type])].filter(Boolean).join(' · ')

function Meta({ story }: { story: Story }) {
  return (
    <p className="meta">
      {story.bylines.length > 0 ? (
        <>
          {words.by} <Byline people={story.bylines} />
          {' · '}
        </>
      ) : null}
      <Timestamp at={story.published} />
      {story.updated ? (
        <>
          {` · ${words.updated} `}
          <Timestamp at={story.updated} />
        </>
      ) : null}
      {` · ${words.readingTime(readingMinutes(story.words))}`}
    </p>
  )
}

function LeadPicture({ story: { image }, facts }: { story: Story; facts: LiteFacts }) {
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
    <aside aria-label={words.keyPoints}>
      <p className="box-title">{words.keyPoints}</p>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </aside>
  )
}
