import type { Author } from '@/lib/content/author'
import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { readingMinutes } from '@/lib/text'
import { litePath } from '@/lib/urls'
import { Portrait } from '../layout/portrait'
import { Timestamp } from '../layout/timestamp'
import { Byline } from './byline'
import { SaveButton } from './save-button'
import { ShareLinks } from './share-links'

/** Who wrote it, when, how long it is, and how to pass it on: beside the text, or over it on a phone. */
export function ArticleRail({ story, authors }: { story: Story; authors: Author[] }) {
  return (
    <aside className="article-rail meta">
      <div className="flex items-center gap-3 lg:flex-col lg:items-start">
        <p className="flex -space-x-3">
          {authors.map((author) => (
            <Portrait key={author.id} author={author} size={48} />
          ))}
        </p>
        <div>
          {story.bylines.length > 0 ? (
            <p className="font-semibold text-ink">
              {words.by} <Byline people={story.bylines} />
            </p>
          ) : null}
          {story.contributors.length > 0 ? (
            <p>
              {words.contributor}{' '}
              {story.contributors.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')}
            </p>
          ) : null}
        </div>
      </div>
      <dl className="article-times">
        <div>
          <dt className="sr-only">{words.published}</dt>
          <dd>
            <Timestamp at={story.published} />
          </dd>
        </div>
        {story.updated ? (
          <div>
            <dt>{words.updated}</dt>
            <dd>
              <Timestamp at={story.updated} />
            </dd>
          </div>
        ) : null}
        <div>
          <dd>{words.readingTime(readingMinutes(story.words))}</dd>
        </div>
      </dl>
      <div className="article-actions furniture">
        <SaveButton slug={story.slug} />
        <a href={litePath(story.slug)} className="action">
          {words.lite.name}
        </a>
        <ShareLinks story={story} />
      </div>
    </aside>
  )
}
