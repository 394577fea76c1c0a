import type { PropsOf } from '@/lib/mdx/vocabulary'
import { words } from '@/lib/words'

/** The newsroom in its own voice: a remark, an update, a disclosure. */
export function Note({ kind = 'note', title = words.body.notes[kind], children }: PropsOf<'Note'>) {
  return (
    <aside className={`note note-${kind}`} aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
