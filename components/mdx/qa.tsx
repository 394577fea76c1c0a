import type { PropsOf } from '@/lib/render/mdx-components'

/** A question and its answer. The answer is not collapsible, because collapsed text is not printed and not found by search. */
export function QA({ question, children }: PropsOf<'QA'>) {
  return (
    <dl className="qa">
      <dt>{question}</dt>
      <dd>{children}</dd>
    </dl>
  )
}
