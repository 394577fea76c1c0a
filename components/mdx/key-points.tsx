import { words } from '@/lib/i18n/messages'
import type { PropsOf } from '@/lib/render/mdx-components'

/** What a part of the story comes down to. */
export function KeyPoints({ title = words.body.keyPoints, children }: PropsOf<'KeyPoints'>) {
  return (
    <aside className="points" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
