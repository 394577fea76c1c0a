import type { ReactNode } from 'react'
import { isExternalLink } from '@/lib/render/safe-urls'

/** A link from a component's prop. If it leaves the site, it is marked like the external links in the text. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isExternalLink(href)) return <a href={href}>{children}</a>
  return (
    <a href={href} rel="noopener external" className="external">
      {children}
    </a>
  )
}
