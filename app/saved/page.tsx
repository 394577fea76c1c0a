import type { Metadata } from 'next'
import { KeptPage } from '@/components/reader/offline-page'
import { words } from '@/lib/i18n/messages'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: words.saved.title, robots: { index: false, follow: true } }

export default function SavedPage() {
  return <KeptPage />
}
