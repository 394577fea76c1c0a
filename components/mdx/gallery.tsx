import { messages } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** Figures side by side, with one shared caption. */
export function Gallery({ caption, children }: PropsOf<'Gallery'>) {
  return (
    <figure className="gallery" aria-label={caption ?? messages.body.gallery}>
      <div className="gallery-pictures">{children}</div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
