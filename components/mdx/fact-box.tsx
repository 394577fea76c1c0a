import type { PropsOf } from '@/lib/render/mdx-components'

/** A box with background information. */
export function FactBox({ title, children }: PropsOf<'FactBox'>) {
  return (
    <aside className="fact-box" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  )
}
