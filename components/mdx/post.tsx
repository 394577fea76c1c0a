import { Timestamp } from '@/components/layout/timestamp'
import { messages } from '@/lib/i18n/messages'
import type { EmbeddedPost, PictureSize } from '@/lib/render/lookups'
import type { PropsOf } from '@/lib/render/mdx-components'
import { articlePath } from '@/lib/urls'
import { BodyImage } from './body-image'

/** A card for another post. Renders nothing if that post is not public, so that not even its address leaks. */
export function Post({
  card,
  size,
  plain,
}: PropsOf<'Post'> & { card?: EmbeddedPost; size?: PictureSize; plain?: boolean }) {
  if (!card) return null
  return (
    <aside className="post-card" aria-label={messages.body.relatedStory}>
      {card.image && size && <BodyImage src={card.image.src} alt="" sizes="8rem" {...{ size, plain }} />}
      <p className="box-title">{card.section?.name ?? messages.body.relatedStory}</p>
      <p className="post-card-title">
        <a href={articlePath(card.slug)}>{card.title}</a>
      </p>
      <p>{card.description}</p>
      <p className="post-card-date">
        <Timestamp at={card.published} short />
      </p>
    </aside>
  )
}
