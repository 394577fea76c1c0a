import { labels } from '@/lib/mdx/labels'
import type { PropsOf } from '@/lib/mdx/vocabulary'

/** The newsroom in its own voice: a remark, an update, a disclosure. */
export function Note({ kind = 'note', title = labels.notes[kind], children }: PropsOf<'Note'>) {
  return (
    <aside className={`note note-${kind}`} aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
