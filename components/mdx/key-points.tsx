import { messages } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** Key points inside the body. */
export function KeyPoints({ title = messages.body.keyPoints, children }: PropsOf<'KeyPoints'>) {
  return (
    <aside className="points" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
