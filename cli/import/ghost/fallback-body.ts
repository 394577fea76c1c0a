import { isRecord } from '../values'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/**
 * The words of a post that was exported without its HTML, from the editor's own notation (lexical, or mobiledoc before it):
 * one paragraph for each block. Cards of HTML or Markdown give what is in them.
 */
export function fallbackBody(notation: string): string | undefined {
  try {
    const read: unknown = JSON.parse(notation)
    const blocks = blocksOf(read)
    return blocks
      .map((one) => partsOf(one).join(''))
      .filter(Boolean)
      .map((text) => `<p>${text}</p>`)
      .join('\n')
  } catch {
    return undefined
  }
}

function blocksOf(read: unknown): unknown[] {
  if (!isRecord(read)) return []
  if (isRecord(read.root) && Array.isArray(read.root.children)) return read.root.children
  const sections = Array.isArray(read.sections) ? read.sections : []
  const cards = Array.isArray(read.cards) ? read.cards : []
  // [1, tag, markers], [2, picture], [3, tag, lists of markers], [10, number of the card]
  return sections.map((section) =>
    Array.isArray(section) && section[0] === 10 ? cards[section[1]] : section,
  )
}

/** Every text in a block, in its order. A marker of mobiledoc is [type, opened, closed, text]. */
function partsOf(node: unknown): string[] {
  if (Array.isArray(node)) {
    const [type, , , text] = node
    if (type === 0 && node.length === 4 && typeof text === 'string') return [escaped(text)]
    return node.flatMap((one) => (typeof one === 'object' ? partsOf(one) : []))
  }
  if (!isRecord(node)) return []
  const own = typeof node.text === 'string' ? [escaped(node.text)] : []
  const cards = [node.html, node.markdown].flatMap((text) => (typeof text === 'string' ? [text] : []))
  const alt =
    typeof node.src === 'string'
      ? [`<img src="${escaped(node.src)}" alt="${escaped(String(node.alt ?? ''))}">`]
      : []
  return [
    ...own,
    ...cards,
    ...alt,
    ...Object.values(node).flatMap((one) => (typeof one === 'object' ? partsOf(one) : [])),
  ]
}
