import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { archivePath, articlePath } from '@/lib/urls'
import { Timestamp } from '../layout/timestamp'

/** The newest stories as a running list with their times. */
export function LatestColumn({ stories }: { stories: Story[] }) {
  return (
    <section aria-labelledby="latest" className="latest">
      <h2 id="latest">{words.latest}</h2>
      <ol>
        {stories.map(({ slug, title, published, lang }) => (
          <li key={slug}>
            <p className="meta">
              <Timestamp at={published} short />
            </p>
            <h3>
              <a href={articlePath(slug)} {...spokenIn(lang)}>
                {title}
              </a>
            </h3>
          </li>
        ))}
      </ol>
      <p className="band-more">
        <a href={archivePath()}>{words.archive}</a>
      </p>
    </section>
  )
}
