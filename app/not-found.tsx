import { Masthead } from '@/components/layout/masthead'
import { words } from '@/lib/i18n/messages'
import { searchPath } from '@/lib/urls'

/**
 * Asks the door for nothing: Next makes this a part of every page, hidden, and with the newest stories in it every page
 * grew old with each of them.
 */
export default function NotFound() {
  return (
    <>
      <Masthead search={false} />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{words.notFound.title}</h1>
          <p className="article-standfirst">{words.notFound.text}</p>
        </header>
        <search>
          <form action={searchPath()} className="search-form">
            <input
              type="search"
              name="q"
              aria-label={words.search.field}
              maxLength={300}
              autoComplete="off"
            />
            <button type="submit">{words.search.label}</button>
          </form>
        </search>
      </main>
    </>
  )
}
