import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { archivePath, articlePath } from '@/lib/urls'
import { Timestamp } from '../layout/timestamp'

/** The newest posts as a list of headlines with dates. */
export function LatestColumn({ posts }: { posts: PostCard[] }) {
  return (
    <section aria-labelledby="latest" className="latest">
      <h2 id="latest">{messages.latest}</h2>
      <ol>
        {posts.map(({ slug, title, published, lang }) => (
          <li key={slug}>
            <p className="meta">
              <Timestamp at={published} short />
            </p>
            <h3>
              <a href={articlePath(slug)} {...langAttributes(lang)}>
                {title}
              </a>
            </h3>
          </li>
        ))}
      </ol>
      <p className="band-more">
        <a href={archivePath()}>{messages.archive}</a>
      </p>
    </section>
  )
}
