'use client'

import { useEffect, useState } from 'react'
import { takeStill } from './static-markup-store'

/** Takes the markup from the first rendering on the server, and in the browser leaves what the page brought. */
export function StillMarkup({ id }: { id: string }) {
  const [html] = useState(() =>
    typeof document === 'undefined'
      ? takeStill(id)
      : document.querySelector(`[data-still="${id}"]`)?.innerHTML,
  )
  // Only a whole page brings it. Whoever gets here without one (a `Link`, a retry after an error) loads the page.
  useEffect(() => {
    if (html === undefined) location.reload()
  }, [html])
  return (
    <div
      data-still={id}
      className="contents"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html ?? '' }}
    />
  )
}
