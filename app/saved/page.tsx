import type { Metadata } from 'next'
import { KeptPage } from '@/components/kept-page'
import { words } from '@/lib/words'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: words.saved.title, robots: { index: false, follow: true } }

export default function SavedPage() {
  return <KeptPage />
}
