'use client'

import { lazy, Suspense } from 'react'

// Next sends this file with every page, and all interface messages would come with it: 4 KB for a page that hardly anybody
// sees. So the message is loaded on demand.
const ErrorMessage = lazy(async () => ({ default: (await import('./error-message')).ErrorMessage }))

/** Shown in place of a page that failed. Next requires the file name and a client component. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Suspense>
      <ErrorMessage reset={reset} />
    </Suspense>
  )
}
