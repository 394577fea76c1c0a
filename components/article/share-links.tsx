import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { absolute, articlePath } from '@/lib/urls'

/** Plain links: nothing of another site is loaded before the reader follows one. The buttons need script. */
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
    <nav aria-label={words.share} className="share">
      <ul>
        <li className="script-only share-sheet">
          <button type="button" className="action" data-share="">
            {words.shareSheet}
          </button>
        </li>
        <li className="script-only">
          <button type="button" className="action" data-copy-link="">
            {words.copyLink}
          </button>
        </li>
        {links.map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noopener nofollow" className="action">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
