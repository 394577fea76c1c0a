import { messages } from '@/lib/i18n/messages'

/** The messages that scripts in the browser show. The layout passes them on: with all messages the script would be five times as large. */
export const readerLabels = {
  close: messages.body.close,
  footnote: messages.body.footnote,
  copied: messages.copied,
  save: messages.saved.save,
  remove: messages.saved.remove,
  wasSaved: messages.saved.savedNotice,
  wasRemoved: messages.saved.removedNotice,
  full: messages.saved.full,
  offline: messages.offline.copy,
}

export type ReaderLabels = typeof readerLabels
