import { words } from '@/lib/i18n/messages'
import { articlePath } from '@/lib/urls'

/** Puts a story on the reader's own list, which only the reader's browser knows. */
export function SaveButton({ slug }: { slug: string }) {
  return (
    <button type="button" className="script-only action font-semibold" data-save={articlePath(slug)}>
      {words.saved.save}
    </button>
  )
}
