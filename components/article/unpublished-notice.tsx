import type { PostCard } from '@/lib/content/summary'
import { formatDateTime } from '@/lib/dates'
import { messages } from '@/lib/i18n/messages'
import { previewPath } from '@/lib/urls'

/** A notice above a draft or scheduled post that says who can see it. `until` is when a preview link expires; without it, this is development. */
export function UnpublishedNotice({
  post,
  isScheduled,
  until,
}: {
  post: Pick<PostCard, 'draft' | 'published'>
  isScheduled: boolean
  until?: string
}) {
  if (!post.draft && !isScheduled) return null
  return (
    <aside className="unpublished" aria-label={messages.unpublished.title}>
      <p className="wrap">
        <strong>
          {post.draft
            ? messages.unpublished.draft
            : messages.unpublished.scheduled(formatDateTime(post.published))}
        </strong>{' '}
        {until ? (
          messages.unpublished.inPreview(formatDateTime(until))
        ) : (
          <>
            {messages.unpublished.inDevelopment} <a href={previewPath()}>{messages.unpublished.title}</a>
          </>
        )}
      </p>
    </aside>
  )
}

/** In development, above the front page: how many posts are unpublished, with a link to the list. */
export function UnpublishedCount({ count }: { count: number }) {
  return (
    <p className="meta pt-3">
      <a href={previewPath()} className="underline">
        {messages.unpublished.count(count)}
      </a>
    </p>
  )
}
