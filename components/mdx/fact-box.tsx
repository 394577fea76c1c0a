import type { PropsOf } from '@/lib/render/mdx-components'

/** What a reader may want to know beside the story. */
export function FactBox({ title, children }: PropsOf<'FactBox'>) {
  return (
    <aside className="fact-box" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
