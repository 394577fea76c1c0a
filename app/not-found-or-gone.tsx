import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { GonePage } from '@/components/layout/gone-page'
import NotFoundPage from './not-found'

/**
 * Pages return this instead of calling `notFound()`. Thrown directly, Next answers 404 with an empty document that a script
 * fills in; thrown inside a Suspense boundary, the status is the same and the page works without JavaScript. `gone` is the
 * reason why a post was permanently removed; lib/next/gone-status.ts turns that 404 into a 410.
 */
export function Missing({ gone }: { gone?: string }) {
  return (
    <Suspense fallback={gone === undefined ? <NotFoundPage /> : <GonePage reason={gone} />}>
      <ThrowNotFound />
    </Suspense>
  )
}

function ThrowNotFound(): never {
  notFound()
}
