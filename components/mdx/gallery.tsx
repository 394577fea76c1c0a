import { words } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** Figures side by side, with one caption for all of them. */
export function Gallery({ caption, children }: PropsOf<'Gallery'>) {
  return (
    <figure className="gallery" aria-label={caption ?? words.body.gallery}>
      <div className="gallery-pictures">{children}</div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
