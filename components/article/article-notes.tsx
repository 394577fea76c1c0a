import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { correctionIds, tagPath } from '@/lib/urls'
import { Timestamp } from '../layout/timestamp'

/** Corrections and updates made after publication, oldest first. */
export function Corrections({ post }: { post: PostCard }) {
  if (post.corrections.length === 0) return null
  const ids = correctionIds(post.corrections)
  return (
    <section aria-labelledby="corrections" className="article-note corrections">
      <h2 id="corrections">{messages.corrections}</h2>
      {post.corrections.map(({ date, type, text }, index) => (
        <p key={date + text} id={ids[index]}>
          <strong>
            {messages.correctionTypes[type]}, <Timestamp at={date} short />.
          </strong>{' '}
          {text}
        </p>
      ))}
    </section>
  )
}

/** The primary sources, as links with their host names. */
export function Sources({ post }: { post: PostCard }) {
  if (post.sources.length === 0) return null
  return (
    <section aria-labelledby="sources" className="article-note">
      <h2 id="sources">{messages.sources}</h2>
      <ul>
        {post.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noopener external">
              {title}
            </a>{' '}
            <span className="inline-block text-ink-2">{new URL(url).hostname.replace(/^www\./, '')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Tags({ post }: { post: PostCard }) {
  if (post.tags.length === 0) return null
  return (
    <nav aria-labelledby="tags" className="article-note no-print">
      <h2 id="tags">{messages.tags}</h2>
      <ul className="flex flex-wrap gap-x-5">
        {post.tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={tagPath(slug)} className="inline-block py-0.5">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
