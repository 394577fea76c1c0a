import type { Element } from 'hast'
import type { Options } from 'rehype-remark'
import { visit } from 'unist-util-visit'

type Handlers = NonNullable<Options['handlers']>

/** What rehype-remark does not know: footnotes of GFM, and raised and lowered letters, without which 10² is 102. */
export const handlers: Handlers = {
  sup: (state, node: Element) => {
    const [only] = node.children
    const isNote = only?.type === 'element' && 'dataFootnoteRef' in only.properties
    if (!isNote) return [html('<sup>'), ...state.all(node), html('</sup>')]
    const identifier = nameOf(String(only.properties.href))
    return { type: 'footnoteReference', identifier, label: identifier }
  },
  sub: (state, node: Element) => [html('<sub>'), ...state.all(node), html('</sub>')],
  section: (state, node: Element) => {
    if (!('dataFootnotes' in node.properties)) return state.toFlow(state.all(node))
    const notes: Element[] = []
    visit(node, 'element', (child) => {
      child.children = child.children.filter((inner) => !isWayBack(inner))
      if (child.tagName === 'li' && isNoteId(child.properties.id)) notes.push(child)
    })
    return notes.map((note) => {
      const identifier = nameOf(String(note.properties.id))
      const children = state.toFlow(state.all(note))
      return { type: 'footnoteDefinition', identifier, label: identifier, children }
    })
  },
}

const html = (value: string) => ({ type: 'html' as const, value })

const isNoteId = (id: unknown) => /(^|-)fn-/.test(String(id))
const nameOf = (id: string) => id.replace(/^.*?fn-/, '')

const isWayBack = (node: Element['children'][number]) =>
  node.type === 'element' && 'dataFootnoteBackref' in node.properties
