declare global {
  var staticMarkup: Map<string, string> | undefined
}

// A page is rendered twice in one process, first as server components and then as HTML. The two renderings have separate
// module instances and share only globalThis.
globalThis.staticMarkup ??= new Map()
const store = globalThis.staticMarkup

/** More than the number of pages that can be between the two renderings at the same time. */
const maxEntries = 500

/** Stores markup for the second rendering. Drops the oldest beyond `maxEntries`. */
export function putMarkup(id: string, html: string) {
  store.delete(id)
  store.set(id, html)
  for (const oldest of store.keys()) {
    if (store.size <= maxEntries) break
    store.delete(oldest)
  }
}

/** The markup stored under `id`. Throws if there is none: an empty page would be cached. */
export function getMarkup(id: string): string {
  const html = store.get(id)
  // `next dev` renders each page once more in a separate thread, only to see whether it is static. That thread does not
  // have this store, and an error there would show up on every page.
  if (html === undefined && process.env.NODE_ENV === 'development') return ''
  if (html === undefined) throw new Error(`No static markup is stored for "${id}".`)
  return html
}
