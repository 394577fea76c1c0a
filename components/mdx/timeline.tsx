import { words } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** Dates in order, along a rail. The list comes as an ordered one, each item's date parted from its text. */
export function Timeline({ title, children }: PropsOf<'Timeline'>) {
  return (
    <section className="timeline" aria-label={title ?? words.body.timeline}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </section>
  )
}
