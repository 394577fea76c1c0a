import type { PropsOf } from '@/lib/render/mdx-components'

/** A question and its answer, both in the open: an answer folded away is neither printed nor found. */
export function QA({ question, children }: PropsOf<'QA'>) {
  return (
    <dl className="qa">
      <dt>{question}</dt>
      <dd>{children}</dd>
    </dl>
  )
}
