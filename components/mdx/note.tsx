import { messages } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** A note from the newsroom: a remark, an update, a disclosure. */
export function Note({ kind = 'note', title = messages.body.notes[kind], children }: PropsOf<'Note'>) {
  return (
    <aside className={`note note-${kind}`} aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
