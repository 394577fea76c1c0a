import type { Metadata } from 'next'
import { SavedPostsPage } from '@/components/reader/saved-posts-page'
import { messages } from '@/lib/i18n/messages'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: messages.offline.title, robots: { index: false, follow: true } }

/** The service worker (app/sw.js) shows this page if there is neither a connection nor a stored copy. */
export default function OfflinePage() {
  return <SavedPostsPage isOffline />
}
