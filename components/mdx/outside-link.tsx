import type { ReactNode } from 'react'
import { leavesSite } from '@/lib/render/safe-urls'

/** A link from a prop; one that leaves the site is marked like those in the text. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  if (!leavesSite(href)) return <a href={href}>{children}</a>
  return (
    <a href={href} rel="noopener external" className="external">
      {children}
    </a>
  )
}
