import { messages } from '@/lib/i18n/messages'
import { searchPath, suggestPath } from '@/lib/urls'
import { SearchSuggestions } from './search-suggestions.client'

/** The search field in the masthead: a plain form, so it works without JavaScript. On a phone it is a link to the search page. */
export function SearchField({ className }: { className: string }) {
  return (
    <search className={`search-field ${className}`}>
      <a href={searchPath()} className="search-link action">
        {messages.search.label}
      </a>
      <form action={searchPath()}>
        <input
          type="search"
          name="q"
          list="suggestions"
          aria-label={messages.search.field}
          placeholder={messages.search.label}
          maxLength={300}
          autoComplete="off"
        />
      </form>
      <SearchSuggestions path={suggestPath()} />
    </search>
  )
}
