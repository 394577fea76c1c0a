import { labels } from '@/lib/mdx/labels'
import type { PropsOf } from '@/lib/mdx/vocabulary'

/** Figures set large, each with what it counts. */
export function Numbers({ title, children }: PropsOf<'Numbers'>) {
  return (
    <section className="numbers" aria-label={title ?? labels.numbers}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </section>
  )
}
