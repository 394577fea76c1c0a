import type { Metadata } from 'next'
import { KeptPage } from '@/components/reader/offline-page'
import { words } from '@/lib/i18n/messages'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: words.offline.title, robots: { index: false, follow: true } }

/** What the worker shows (app/sw.js) where there is neither a connection nor a copy. */
export default function OfflinePage() {
  return <KeptPage out />
}
