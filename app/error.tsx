'use client'

import { lazy, Suspense } from 'react'

// Next sends this file with every page, and all words of the interface would come with it: 4 KB for a page that
// hardly anybody sees. So it is fetched when it is needed.
const FailedPage = lazy(async () => ({ default: (await import('./error-message')).FailedPage }))

/** Shown in place of a page that failed. Next demands the name and that it runs in the browser. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Suspense>
      <FailedPage reset={reset} />
    </Suspense>
  )
}
