import type { Author } from '@/lib/content/author'
import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { readingMinutes } from '@/lib/text'
import { litePath } from '@/lib/urls'
import { Portrait } from '../layout/portrait'
import { Timestamp } from '../layout/timestamp'
import { Byline } from './byline'
import { SaveButton } from './save-button'
import { ShareLinks } from './share-links'

/** Authors, dates, reading time and the save and share buttons: beside the text, or above it on a phone. */
export function ArticleRail({ post, authors }: { post: PostCard; authors: Author[] }) {
  return (
    <aside className="article-rail meta">
      <div className="flex items-center gap-3 lg:flex-col lg:items-start">
        <p className="flex -space-x-3">
          {authors.map((author) => (
            <Portrait key={author.id} author={author} size={48} />
          ))}
        </p>
        <div>
          {post.bylines.length > 0 ? (
            <p className="font-semibold text-ink">
              {messages.by} <Byline people={post.bylines} />
            </p>
          ) : null}
          {post.contributors.length > 0 ? (
            <p>
              {messages.contributor}{' '}
              {post.contributors.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')}
            </p>
          ) : null}
        </div>
      </div>
      <dl className="article-times">
        <div>
          <dt className="sr-only">{messages.published}</dt>
          <dd>
            <Timestamp at={post.published} />
          </dd>
        </div>
        {post.updated ? (
          <div>
            <dt>{messages.updated}</dt>
            <dd>
              <Timestamp at={post.updated} />
            </dd>
          </div>
        ) : null}
        <div>
          <dd>{messages.readingTime(readingMinutes(post.words))}</dd>
        </div>
      </dl>
      <div className="article-actions no-print">
        <SaveButton slug={post.slug} />
        <a href={litePath(post.slug)} className="action">
          {messages.lite.name}
        </a>
        <ShareLinks post={post} />
      </div>
    </aside>
  )
}
