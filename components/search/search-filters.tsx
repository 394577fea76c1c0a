import { words } from '@/lib/i18n/messages'
import { type SearchFor, searchPath } from '@/lib/urls'
import { site } from '@/site.config'

type Choice = { value?: string | number; name: string }

/** Links that narrow a search, or widen it again. */
export function SearchFilters({
  asked,
  authors,
  years,
}: {
  asked: SearchFor
  authors: { slug: string; name: string }[]
  years: number[]
}) {
  const groups: { key: 'section' | 'author' | 'year'; choices: Choice[] }[] = [
    { key: 'section', choices: site.sections.map(({ slug, name }) => ({ value: slug, name })) },
    { key: 'year', choices: years.map((year) => ({ value: year, name: String(year) })) },
    { key: 'author', choices: authors.map(({ slug, name }) => ({ value: slug, name })) },
  ]
  return (
    <div className="search-filters furniture">
      {groups
        .filter(({ choices }) => choices.length > 1)
        .map(({ key, choices }) => (
          <nav key={key} aria-label={words.search.narrow(words.search[key])}>
            <p className="box-title" aria-hidden="true">
              {words.search[key]}
            </p>
            <ul>
              {[{ name: words.search.all }, ...choices].map(({ value, name }: Choice) => (
                <li key={name}>
                  <a
                    href={searchPath({ ...asked, [key]: value, page: 1 })}
                    aria-current={asked[key] === value ? 'true' : undefined}
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
