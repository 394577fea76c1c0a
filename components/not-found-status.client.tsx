'use client'

import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

/**
 * Gives the answer the status 404 and shows its children all the same. Thrown on the server alone: thrown by a server component, the
 * browser would throw it again, and put the page for a mistyped address in place of this one. React notes in the console that it has
 * rendered this part itself (error 419).
 */
export function NotFoundStatus({ children }: { children: ReactNode }) {
  if (typeof window === 'undefined') notFound()
  return children
}
