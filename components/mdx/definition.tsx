import type { PropsOf } from '@/lib/mdx/vocabulary'

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
