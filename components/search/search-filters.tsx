import { messages } from '@/lib/i18n/messages'
import { type SearchParams, searchPath } from '@/lib/urls'
import { site } from '@/site.config'

type Choice = { value?: string | number; name: string }

/** Links that add a filter to a search, or remove one. */
export function SearchFilters({
  params,
  authors,
  years,
}: {
  params: SearchParams
  authors: { slug: string; name: string }[]
  years: number[]
}) {
  const groups: { key: 'section' | 'author' | 'year'; choices: Choice[] }[] = [
    { key: 'section', choices: site.sections.map(({ slug, name }) => ({ value: slug, name })) },
    { key: 'year', choices: years.map((year) => ({ value: year, name: String(year) })) },
    { key: 'author', choices: authors.map(({ slug, name }) => ({ value: slug, name })) },
  ]
  return (
    <div className="search-filters no-print">
      {groups
        .filter(({ choices }) => choices.length > 1)
        .map(({ key, choices }) => (
          <nav key={key} aria-label={messages.search.filterBy(messages.search[key])}>
            <p className="box-title" aria-hidden="true">
              {messages.search[key]}
            </p>
            <ul>
              {[{ name: messages.search.all }, ...choices].map(({ value, name }: Choice) => (
                <li key={name}>
                  <a
                    href={searchPath({ ...params, [key]: value, page: 1 })}
                    aria-current={params[key] === value ? 'true' : undefined}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
    </div>
  )
}
