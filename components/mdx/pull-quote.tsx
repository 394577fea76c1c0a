import type { PropsOf } from '@/lib/render/mdx-components'
import { hostOf } from '@/lib/render/safe-urls'
import { OutsideLink } from './outside-link'

/** A sentence worth stopping at, with who said it and where. */
export function PullQuote({ by, source, children }: PropsOf<'PullQuote'>) {
  return (
    <figure className="pull-quote">
      <blockquote cite={source}>{typeof children === 'string' ? <p>{children}</p> : children}</blockquote>
      {(by || source) && (
        <figcaption>
          {source ? <OutsideLink href={source}>{by ?? hostOf(source)}</OutsideLink> : by}
        </figcaption>
      )}
    </figure>
  )
}
