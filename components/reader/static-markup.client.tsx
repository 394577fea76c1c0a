'use client'

import { useEffect, useState } from 'react'
import { getMarkup } from './static-markup-store'

/** On the server, outputs the markup from the first rendering. In the browser, keeps the HTML that came with the page. */
export function StaticMarkupClient({ id }: { id: string }) {
  const [html] = useState(() =>
    typeof document === 'undefined'
      ? getMarkup(id)
      : document.querySelector(`[data-static="${id}"]`)?.innerHTML,
  )
  // The HTML comes only with a full page load. After a client-side navigation (`Link`, a retry after an error), reload.
  useEffect(() => {
    if (html === undefined) location.reload()
  }, [html])
  return (
    <div
      data-static={id}
      className="contents"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html ?? '' }}
    />
  )
}
