import type { ReactNode } from 'react'
import { StaticMarkupClient } from './static-markup.client'
import { putMarkup } from './static-markup-store'

/**
 * Content that is not hydrated. Next sends a page twice, as HTML and as React data, and for an article the data is half of
 * all bytes; for this content only the HTML is sent. It must not contain client components. `id` must be unique among the
 * pages being rendered, such as the slug. See docs/decisions/0015-stories-stand-still.md.
 */
export async function StaticMarkup({ id, children }: { id: string; children: ReactNode }) {
  // Next does not allow a static import of react-dom/server in server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  putMarkup(id, renderToStaticMarkup(children))
  return <StaticMarkupClient id={id} />
}
