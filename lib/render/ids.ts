import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

const prefix = 'user-content-'

/** Ids of the page around the body, where a second one would mislead the skip link and the labels. */
export const pageIds: readonly string[] =
  'main top content contents corrections key-points latest more search series sources tags written-by'.split(
    ' ',
  )

/**
 * Every element with an id becomes a property of `window` where that has none of the name. `__next_f` would then be a
 * heading instead of Next's queue, and `navigation` one in browsers without that interface.
 */
const taken = new Set([
  ...'next process global module exports require define navigation scheduler scheduling'.split(' '),
  ...pageIds,
])

/**
 * An id that can neither shadow a global nor break out of a fragment: lower-case words stay as they are, so that old
 * links keep working; everything else (`__next_f`, `TURBOPACK`, `main`) gets a prefix.
 */
export function safeId(id: string): string {
  if (id.startsWith(prefix)) return prefix + id.slice(prefix.length).replace(/[\s"'<>&`]/g, '')
  const plain = /^[-\p{L}\p{N}][-\p{L}\p{N}\p{M}_]*$/u.test(id) && id === id.toLowerCase()
  if (plain && id.length <= 200 && !taken.has(id)) return id
  return prefix + id.slice(0, 200).replace(/[\s"'<>&`]/g, '')
}

/**
 * Makes the ids of raw HTML safe: `<a name="x">` becomes an id, of two equal ids the first stays, and links inside the
 * body follow an id that had to change: `<p id="Top">` with `[up](#Top)` becomes `user-content-Top` in both.
 */
export function rehypeIds() {
  return (tree: Root) => {
    const seen = new Set<string>()
    visit(tree, 'element', ({ properties }: Element) => {
      const wanted = properties.id ?? properties.name
      delete properties.name
      delete properties.id
      if (wanted === undefined || wanted === null || wanted === '') return
      const id = safeId(String(wanted))
      if (seen.has(id)) return
      seen.add(id)
      properties.id = id
    })
    visit(tree, 'element', ({ properties }: Element) => {
      const { href } = properties
      if (typeof href !== 'string' || !href.startsWith('#')) return
      const target = decoded(href.slice(1))
      if (!seen.has(target) && seen.has(safeId(target))) properties.href = `#${safeId(target)}`
    })
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
