import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { articlePath } from '@/lib/urls'

/** The parts of a series in order of publication, with the current one highlighted. */
export function SeriesBox({ name, parts, current }: { name: string; parts: PostCard[]; current: string }) {
  const place = parts.findIndex(({ slug }) => slug === current)
  if (place < 0 || parts.length < 2) return null
  return (
    <nav aria-labelledby="series" className="article-note no-print">
      <h2 id="series">
        {messages.series}: {name}
      </h2>
      <p className="text-ink-2">{messages.seriesPart(place + 1, parts.length)}</p>
      <ol className="list-decimal ps-5">
        {parts.map(({ slug, title, lang }) => (
          <li key={slug}>
            {slug === current ? (
              <span aria-current="page" {...langAttributes(lang)}>
                {title}
              </span>
            ) : (
              <a href={articlePath(slug)} {...langAttributes(lang)}>
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
