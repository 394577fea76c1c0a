import type { PropsOf } from '@/lib/render/mdx-components'

/** A term and its definition. */
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
