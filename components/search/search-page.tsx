import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { archivePath, categoryPath, type SearchParams, searchPath, suggestPath } from '@/lib/urls'
import { site } from '@/site.config'
import { Masthead } from '../layout/masthead'
import { Pagination } from '../lists/pagination'
import { SearchFilters } from './search-filters'
import { type Piece, SearchHit } from './search-hit'
import { SearchShortcut } from './search-shortcut.client'
import { SearchSuggestions } from './search-suggestions.client'

/** The search form with its results. */
export function SearchPage({
  params,
  total,
  pages,
  hits,
  authors,
  years,
}: {
  params: SearchParams
  total: number
  pages: number
  hits: { post: PostCard; title: Piece[]; snippet: Piece[] }[]
  authors: { slug: string; name: string }[]
  years: number[]
}) {
  const { q = '', page = 1, section, author, year } = params
  const isNarrowed = Boolean(section ?? author ?? year)
  return (
    <>
      <Masthead search={false} />
      <main id="content" className="wrap">
        <header className="search-page-head">
          <h1>{messages.search.title}</h1>
          <search>
            <form action={searchPath()} className="search-form">
              <input
                type="search"
                name="q"
                list="suggestions"
                defaultValue={q}
                aria-label={messages.search.field}
                maxLength={300}
                autoComplete="off"
              />
              <button type="submit">{messages.search.label}</button>
            </form>
            <SearchSuggestions path={suggestPath()} />
          </search>
          {q ? (
            <p className="search-count" role="status">
              {total > 0 ? messages.search.results(total, q) : messages.search.none(q)}
            </p>
          ) : null}
        </header>
        <div className="search-grid">
          {isNarrowed || total > 0 ? <SearchFilters params={params} authors={authors} years={years} /> : null}
          <div>
            {total === 0 ? <Hints /> : null}
            <ol className="search-hits">
              {hits.map((hit) => (
                <li key={hit.post.slug}>
                  <SearchHit {...hit} />
                </li>
              ))}
            </ol>
            <Pagination
              page={page}
              pages={pages}
              pathOf={(number) => searchPath({ ...params, page: number })}
            />
            <SearchShortcut label={messages.search.shortcut} />
          </div>
        </div>
      </main>
    </>
  )
}

function Hints() {
  return (
    <>
      <p className="max-w-[34rem]">{messages.search.hints}</p>
      <p className="mt-4">{messages.search.browse}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {site.sections.map(({ slug, name }) => (
          <li key={slug}>
            <a href={categoryPath(slug)} className="underline">
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={archivePath()} className="underline">
            {messages.archive}
          </a>
        </li>
      </ul>
    </>
  )
}
