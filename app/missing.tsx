import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { GonePage } from '@/components/gone-page'
import { NotFoundStatus } from '@/components/not-found-status.client'
import NotFoundPage from './not-found'

/**
 * What a page gives instead of `notFound()`. Thrown bare, Next answers 404 with an empty document that a script fills;
 * thrown inside a boundary, the status is the same and the page is there without script. `gone`: why a story is gone for
 * good; lib/next/gone-status.ts makes 410 of that 404.
 */
export function Missing({ gone }: { gone?: string }) {
  if (gone === undefined)
    return (
      <Suspense fallback={<NotFoundPage />}>
        <Thrown />
      </Suspense>
    )
  const page = <GonePage reason={gone} />
  return (
    <Suspense fallback={page}>
      <NotFoundStatus>{page}</NotFoundStatus>
    </Suspense>
  )
}

function Thrown(): never {
  notFound()
}
