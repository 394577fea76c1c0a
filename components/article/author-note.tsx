import type { Author } from '@/lib/content/author'
import { messages } from '@/lib/i18n/messages'
import { authorPath } from '@/lib/urls'
import { Portrait } from '../layout/portrait'

/** The authors with their roles, below the article. */
export function AuthorNote({ authors }: { authors: Author[] }) {
  if (authors.length === 0) return null
  return (
    <section aria-labelledby="written-by" className="article-note no-print">
      <h2 id="written-by">{messages.aboutAuthors}</h2>
      {authors.map((author) => (
        <div key={author.id} className="flex items-center gap-4 py-2">
          <Portrait author={author} size={64} />
          <p>
            <a href={authorPath(author.id)} className="font-semibold">
              {author.name}
            </a>
            {author.role ? <span className="block text-ink-2">{author.role}</span> : null}
          </p>
        </div>
      ))}
    </section>
  )
}
