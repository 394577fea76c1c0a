import { Masthead } from '@/components/layout/masthead'
import { messages } from '@/lib/i18n/messages'
import { searchPath } from '@/lib/urls'

/**
 * Must not load any data: Next includes this page, hidden, in every other page. When it listed the newest posts, every page
 * expired with each new post.
 */
export default function NotFound() {
  return (
    <>
      <Masthead search={false} />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{messages.notFound.title}</h1>
          <p className="article-standfirst">{messages.notFound.text}</p>
        </header>
        <search>
          <form action={searchPath()} className="search-form">
            <input
              type="search"
              name="q"
              aria-label={messages.search.field}
              maxLength={300}
              autoComplete="off"
            />
            <button type="submit">{messages.search.label}</button>
          </form>
        </search>
      </main>
    </>
  )
}
