import { words } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** The newsroom in its own voice: a remark, an update, a disclosure. */
export function Note({ kind = 'note', title = words.body.notes[kind], children }: PropsOf<'Note'>) {
  return (
    <aside className={`note note-${kind}`} aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
