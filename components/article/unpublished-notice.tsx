import type { Story } from '@/lib/content/summary'
import { formatDateTime } from '@/lib/dates'
import { words } from '@/lib/i18n/messages'
import { previewPath } from '@/lib/urls'

/** Says over a story that it is a draft or scheduled, and who sees it: in a preview `until` then, else in development. */
export function UnpublishedNotice({
  story,
  isScheduled,
  until,
}: {
  story: Pick<Story, 'draft' | 'published'>
  isScheduled: boolean
  until?: string
}) {
  if (!story.draft && !isScheduled) return null
  return (
    <aside className="unpublished" aria-label={words.unpublished.title}>
      <p className="wrap">
        <strong>
          {story.draft
            ? words.unpublished.draft
            : words.unpublished.scheduled(formatDateTime(story.published))}
        </strong>{' '}
        {until ? (
          words.unpublished.inPreview(formatDateTime(until))
        ) : (
          <>
            {words.unpublished.inDevelopment} <a href={previewPath()}>{words.unpublished.title}</a>
          </>
        )}
      </p>
    </aside>
  )
}

/** In development, over the front page: how many posts readers do not see, and where they are listed. */
export function UnpublishedCount({ count }: { count: number }) {
  return (
    <p className="meta pt-3">
      <a href={previewPath()} className="underline">
        {words.unpublished.count(count)}
      </a>
    </p>
  )
}
