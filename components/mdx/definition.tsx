import type { PropsOf } from '@/lib/render/mdx-components'

/** What a word means. */
export function Definition({ term, children }: PropsOf<'Definition'>) {
  return (
    <dl className="definition">
      <dt>
        <dfn>{term}</dfn>
      </dt>
      <dd>{children}</dd>
    </dl>
  )
}
