import type { ReactNode } from 'react'
import { messages } from '@/lib/i18n/messages'

/** A link around a picture to its file. With JavaScript the picture opens in a dialog (components/reader/enlarge-picture.ts). */
export function EnlargeLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="enlarge">
      {children}
      <span className="sr-only"> ({messages.body.enlarge})</span>
    </a>
  )
}
