import { messages } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** A timeline. `children` is an ordered list in which each item's date is already separated from its text (lib/render/lists.ts). */
export function Timeline({ title, children }: PropsOf<'Timeline'>) {
  return (
    <section className="timeline" aria-label={title ?? messages.body.timeline}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </section>
  )
}
