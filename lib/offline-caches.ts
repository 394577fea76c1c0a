/**
 * The browser caches for offline reading: `cache` is the name, `limit` the number of pages. The service worker (app/sw.js)
 * fills them; the page of saved posts reads them.
 */
export const offlineCaches = {
  saved: { cache: 'copydesk-saved', limit: 100 },
  read: { cache: 'copydesk-read', limit: 20 },
} as const
