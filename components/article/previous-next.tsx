import type { Summary } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { articlePath } from '@/lib/urls'

/** Links to the previous and the next post by date. */
export function PreviousNext({ previous, next }: { previous?: Summary; next?: Summary }) {
  if (!previous && !next) return null
  const sides = [
    { post: previous, label: messages.previous, rel: 'prev', className: '' },
    { post: next, label: messages.next, rel: 'next', className: 'sm:text-end' },
  ]
  return (
    <nav className="previous-next no-print wrap" aria-label={`${messages.previous}, ${messages.next}`}>
      {sides.map(({ post, label, rel, className }) => (
        <div key={rel} className={className}>
          {post ? (
            <>
              <p className="meta">{label}</p>
              <a
                href={articlePath(post.slug)}
                rel={rel}
                className="teaser-title"
                {...langAttributes(post.lang)}
              >
                {post.title}
              </a>
            </>
          ) : null}
        </div>
      ))}
    </nav>
  )
}
