import type { Story } from '@/lib/content/story'
import { absolute, articlePath } from '@/lib/urls'
import { words } from '@/lib/words'

/** Plain links: nothing of another site is loaded before the reader follows one. */
export function ShareLinks({ story }: { story: Story }) {
  const url = encodeURIComponent(absolute(articlePath(story.slug)))
  const title = encodeURIComponent(story.title)
  const links = [
    { name: words.shareBy.email, href: `mailto:?subject=${title}&body=${url}` },
    { name: words.shareBy.bluesky, href: `https://bsky.app/intent/compose?text=${title}%20${url}` },
    { name: words.shareBy.linkedin, href: `https://www.linkedin.com/sharing/share-offsite/?url=${url}` },
    { name: words.shareBy.x, href: `https://x.com/intent/post?text=${title}&url=${url}` },
  ]
  return (
    <nav aria-label={words.share} className="furniture">
      <ul className="flex flex-wrap gap-x-4">
        {links.map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noopener nofollow" className="inline-block py-1 underline decoration-rule">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
