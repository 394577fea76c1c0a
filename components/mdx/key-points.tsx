import { labels } from '@/lib/mdx/labels'
import type { PropsOf } from '@/lib/mdx/vocabulary'

/** What a part of the story comes down to. */
export function KeyPoints({ title = labels.keyPoints, children }: PropsOf<'KeyPoints'>) {
  return (
    <aside className="points" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
