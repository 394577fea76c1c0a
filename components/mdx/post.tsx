import { Timestamp } from '@/components/layout/timestamp'
import { words } from '@/lib/i18n/messages'
import type { Card, PictureFacts } from '@/lib/render/lookups'
import type { PropsOf } from '@/lib/render/mdx-components'
import { articlePath } from '@/lib/urls'
import { BodyImage } from './body-image'

/** Another story as a card. Of one that is not public (yet) not even the address may be seen. */
export function Post({
  card,
  size,
  plain,
}: PropsOf<'Post'> & { card?: Card; size?: PictureFacts; plain?: boolean }) {
  if (!card) return null
  return (
    <aside className="post-card" aria-label={words.body.readAlso}>
      {card.image && size && <BodyImage src={card.image.src} alt="" sizes="8rem" {...{ size, plain }} />}
      <p className="box-title">{card.section?.name ?? words.body.readAlso}</p>
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
