'use client'

import { lazy, Suspense } from 'react'

// Fetched when it is needed, as in error.tsx.
const FailedDocument = lazy(async () => ({ default: (await import('./error-message')).FailedDocument }))

export default function GlobalError() {
  return (
    <Suspense
      fallback={
        <html lang="en">
          <body />
        </html>
      }
    >
      <FailedDocument />
    </Suspense>
  )
}
