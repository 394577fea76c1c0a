declare global {
  var stillMarkup: Map<string, string> | undefined
}

// A page is rendered twice in one process, first as server components and then as HTML. The two have their modules apart
// and meet only on globalThis.
globalThis.stillMarkup ??= new Map()
const store = globalThis.stillMarkup

/** More pages than can be on their way from one rendering to the other at a time. */
const most = 500

export function keepStill(id: string, html: string) {
  store.delete(id)
  store.set(id, html)
  for (const oldest of store.keys()) {
    if (store.size <= most) break
    store.delete(oldest)
  }
}

/** Throws rather than give an empty page, which would then be cached. */
export function takeStill(id: string): string {
  const html = store.get(id)
  // `next dev` makes each page once more in a thread of its own, only to see whether it is static. What is kept here is
  // not there, and a throw would put a red mark on every page.
  if (html === undefined && process.env.NODE_ENV === 'development') return ''
  if (html === undefined) throw new Error(`The markup of ${id} is not there.`)
  return html
}
