'use client'

import { lazy, Suspense } from 'react'

// Loaded on demand, as in error.tsx.
const ErrorDocument = lazy(async () => ({ default: (await import('./error-message')).ErrorDocument }))

export default function GlobalError() {
  return (
    <Suspense
      fallback={
        <html lang="en">
          <body />
        </html>
      }
    >
      <ErrorDocument />
    </Suspense>
  )
}
