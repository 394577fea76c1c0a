import { archivePath, categoryPath } from '@/lib/urls'
import { words } from '@/lib/words'
import { site } from '@/site.config'

/** The sections and the archive, where somebody has found nothing. */
export function LeadOn() {
  return (
    <>
      <p className="mt-4">{words.search.instead}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {site.sections.map(({ slug, name }) => (
          <li key={slug}>
            <a href={categoryPath(slug)}>{name}</a>
          </li>
        ))}
        <li>
          <a href={archivePath()}>{words.archive}</a>
        </li>
      </ul>
    </>
  )
}
