import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { absoluteUrl, articlePath } from '@/lib/urls'

/** Plain links, so nothing is loaded from another site until the reader follows one. The two buttons need JavaScript. */
export function ShareLinks({ post }: { post: PostCard }) {
  const url = encodeURIComponent(absoluteUrl(articlePath(post.slug)))
  const title = encodeURIComponent(post.title)
  const links = [
    { name: messages.shareBy.email, href: `mailto:?subject=${title}&body=${url}` },
    { name: messages.shareBy.bluesky, href: `https://bsky.app/intent/compose?text=${title}%20${url}` },
    { name: messages.shareBy.linkedin, href: `https://www.linkedin.com/sharing/share-offsite/?url=${url}` },
    { name: messages.shareBy.x, href: `https://x.com/intent/post?text=${title}&url=${url}` },
  ]
  return (
    <nav aria-label={messages.share} className="share">
      <ul>
        <li className="script-only share-sheet">
          <button type="button" className="action" data-share="">
            {messages.shareSheet}
          </button>
        </li>
        <li className="script-only">
          <button type="button" className="action" data-copy-link="">
            {messages.copyLink}
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
