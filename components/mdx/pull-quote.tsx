import type { PropsOf } from '@/lib/render/mdx-components'
import { displayHost } from '@/lib/render/safe-urls'
import { ExternalLink } from './external-link'

/** A pull quote with the speaker and the source. */
export function PullQuote({ by, source, children }: PropsOf<'PullQuote'>) {
  return (
    <figure className="pull-quote">
      <blockquote cite={source}>{typeof children === 'string' ? <p>{children}</p> : children}</blockquote>
      {(by || source) && (
        <figcaption>
          {source ? <ExternalLink href={source}>{by ?? displayHost(source)}</ExternalLink> : by}
        </figcaption>
      )}
    </figure>
  )
}
