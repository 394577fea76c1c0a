import { messages } from '@/lib/i18n/messages'

export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-paper focus:px-4 focus:py-2 focus:font-sans"
    >
      {messages.skipToContent}
    </a>
  )
}
