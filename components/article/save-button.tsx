import { messages } from '@/lib/i18n/messages'
import { articlePath } from '@/lib/urls'

/** Saves a post for later. The list exists only in the reader's browser (components/reader/save-button.ts). */
export function SaveButton({ slug }: { slug: string }) {
  return (
    <button type="button" className="script-only action font-semibold" data-save={articlePath(slug)}>
      {messages.saved.save}
    </button>
  )
}
