import { words } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** Figures set large, each with what it counts. */
export function Numbers({ title, children }: PropsOf<'Numbers'>) {
  return (
    <section className="numbers" aria-label={title ?? words.body.numbers}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </section>
  )
}
