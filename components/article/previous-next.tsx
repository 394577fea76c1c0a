import type { Summary } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { articlePath } from '@/lib/urls'

/** The story before this one and the one after it, by date. */
export function Neighbours({ previous, next }: { previous?: Summary; next?: Summary }) {
  if (!previous && !next) return null
  const sides = [
    { story: previous, label: words.previous, rel: 'prev', className: '' },
    { story: next, label: words.next, rel: 'next', className: 'sm:text-end' },
  ]
  return (
    <nav className="neighbours furniture wrap" aria-label={`${words.previous}, ${words.next}`}>
      {sides.map(({ story, label, rel, className }) => (
        <div key={rel} className={className}>
          {story ? (
            <>
              <p className="meta">{label}</p>
              <a href={articlePath(story.slug)} rel={rel} className="story-title" {...spokenIn(story.lang)}>
                {story.title}
              </a>
            </>
          ) : null}
        </div>
      ))}
    </nav>
  )
}
