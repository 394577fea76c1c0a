import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import NotFoundPage from './not-found'

/**
 * What a page gives instead of `notFound()`. Thrown bare, Next answers 404 with an empty document that a script fills;
 * thrown inside a boundary, the status is the same and the page is there without script.
 */
export function Missing() {
  return (
    <Suspense fallback={<NotFoundPage />}>
      <Thrown />
    </Suspense>
  )
}

function Thrown(): never {
  notFound()
}
