import type { ReactNode } from 'react'
import { StillMarkup } from './static-markup.client'
import { keepStill } from './static-markup-store'

/**
 * Content that the browser shows and never renders again. Next sends a page twice, as HTML and as data for React, which
 * for a story is half of all bytes; of this only the HTML is sent. Nothing inside may be a client component.
 * See docs/decisions/0015-stories-stand-still.md. `id` is unlike any other on its way, such as the slug.
 */
export async function Still({ id, children }: { id: string; children: ReactNode }) {
  // Next refuses a static import of it in server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  keepStill(id, renderToStaticMarkup(children))
  return <StillMarkup id={id} />
}
