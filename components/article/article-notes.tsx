import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { correctionIds, tagPath } from '@/lib/urls'
import { Timestamp } from '../layout/timestamp'

/** What changed after publication, in the order it happened. */
export function Corrections({ story }: { story: Story }) {
  if (story.corrections.length === 0) return null
  const ids = correctionIds(story.corrections)
  return (
    <section aria-labelledby="corrections" className="article-note corrections">
      <h2 id="corrections">{words.corrections}</h2>
      {story.corrections.map(({ date, type, text }, index) => (
        <p key={date + text} id={ids[index]}>
          <strong>
            {words.correctionTypes[type]}, <Timestamp at={date} short />.
          </strong>{' '}
          {text}
        </p>
      ))}
    </section>
  )
}

/** The primary sources, as links. */
export function Sources({ story }: { story: Story }) {
  if (story.sources.length === 0) return null
  return (
    <section aria-labelledby="sources" className="article-note">
      <h2 id="sources">{words.sources}</h2>
      <ul>
        {story.sources.map(({ title, url }) => (
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

export function Tags({ story }: { story: Story }) {
  if (story.tags.length === 0) return null
  return (
    <nav aria-labelledby="tags" className="article-note furniture">
      <h2 id="tags">{words.tags}</h2>
      <ul className="flex flex-wrap gap-x-5">
        {story.tags.map(({ slug, name }) => (
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
