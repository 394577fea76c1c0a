import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { articlePath } from '@/lib/urls'

/** The parts of a series in the order they appeared, with the place of this one. */
export function SeriesBox({ name, parts, current }: { name: string; parts: Story[]; current: string }) {
  const place = parts.findIndex(({ slug }) => slug === current)
  if (place < 0 || parts.length < 2) return null
  return (
    <nav aria-labelledby="series" className="article-note furniture">
      <h2 id="series">
        {words.series}: {name}
      </h2>
      <p className="text-ink-2">{words.seriesPart(place + 1, parts.length)}</p>
      <ol className="list-decimal ps-5">
        {parts.map(({ slug, title, lang }) => (
          <li key={slug}>
            {slug === current ? (
              <span aria-current="page" {...spokenIn(lang)}>
                {title}
              </span>
            ) : (
              <a href={articlePath(slug)} {...spokenIn(lang)}>
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
