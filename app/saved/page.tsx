import type { Metadata } from 'next'
import { SavedPostsPage } from '@/components/reader/saved-posts-page'
import { messages } from '@/lib/i18n/messages'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: messages.saved.title, robots: { index: false, follow: true } }

export default function SavedPage() {
  return <SavedPostsPage />
}
