import { messages } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** Large figures, each with a label. */
export function Numbers({ title, children }: PropsOf<'Numbers'>) {
  return (
    <section className="numbers" aria-label={title ?? messages.body.numbers}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </section>
  )
}
