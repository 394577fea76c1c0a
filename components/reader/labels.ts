import { words } from '@/lib/i18n/messages'

/** What the browser says by itself. Handed over by the layout: with all words the script would be five times as large. */
export const readerLabels = {
  close: words.body.close,
  footnote: words.body.footnote,
  copied: words.copied,
  save: words.saved.save,
  remove: words.saved.remove,
  wasSaved: words.saved.wasSaved,
  wasRemoved: words.saved.wasRemoved,
  full: words.saved.full,
  offline: words.offline.copy,
}

export type ReaderLabels = typeof readerLabels
