import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { messages } from '@/lib/i18n/messages'
import { textOf } from './node-text'

/**
 * A wide table scrolls in a region of its own that the keyboard reaches and that has a name: its caption, else its
 * number. Alignment becomes a class, because the security policy forbids style attributes.
 */
export function rehypeTables() {
  return (tree: Root) => {
    let number = 0
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'td' || node.tagName === 'th') return alignByClass(node)
      if (node.tagName !== 'table' || !parent || index === undefined) return
      number += 1
      const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'caption')
      const ariaLabel = (caption && textOf(caption).trim()) || messages.body.table(number)
      visit(node, 'element', (cell) => {
        if (cell.tagName === 'td' || cell.tagName === 'th') alignByClass(cell)
      })
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], role: 'region', ariaLabel, tabIndex: 0 },
        children: [node],
      }
      parent.children[index] = region
      return [SKIP, index + 1]
    })
  }
}

function alignByClass({ tagName, properties }: Element) {
  const { align } = properties
  delete properties.align
  if (typeof align === 'string') properties.className = [`align-${align}`]
  if (tagName === 'th' && properties.scope === undefined) properties.scope = 'col'
}
