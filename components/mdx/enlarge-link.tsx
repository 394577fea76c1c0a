import type { ReactNode } from 'react'
import { words } from '@/lib/i18n/messages'

/** A picture as a link to its file; with script it opens over the page (components/reader/pictures.ts). */
export function EnlargeLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="enlarge">
      {children}
      <span className="sr-only"> ({words.body.enlarge})</span>
    </a>
  )
}
