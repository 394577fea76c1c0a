import type { Element, ElementContent, Root as Html } from 'hast'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { messages } from '@/lib/i18n/messages'

/**
 * A task list without form fields: `- [x] done` begins with a sign that is read as a word. A Timeline is an ordered
 * list however it was typed.
 */
export function remarkLists() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'mdxJsxFlowElement' && node.name === 'Timeline')
        for (const child of node.children) if (child.type === 'list') child.ordered = true
      if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return
      const sign = {
        type: 'text' as const,
        value: node.checked ? `☑ ${messages.body.done} ` : `☐ ${messages.body.open} `,
      }
      const first = node.children[0]
      if (first?.type === 'paragraph') first.children.unshift(sign)
      else node.children.unshift({ type: 'paragraph', children: [sign] })
      node.checked = null
    })
  }
}

/**
 * Parts the bold date or figure of an item from its text, so that the style can set them side by side:
 * `**12 May** — text` becomes <strong>12 May</strong><div class="item">text</div>.
 */
export function rehypeBoldLists() {
  return (tree: Html) => {
    visit(tree, 'mdxJsxFlowElement', (word) => {
      if (word.name !== 'Timeline' && word.name !== 'Numbers') return
      for (const list of word.children)
        if (list.type === 'element') for (const item of list.children) if (isItem(item)) part(item)
    })
  }
}

const isItem = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'li'

function part(item: Element) {
  const content = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = content[0]
  const opening = first?.type === 'element' && first.tagName === 'p' ? first.children : content
  const [bold, ...text] = opening
  if (bold?.type !== 'element' || bold.tagName !== 'strong') return
  if (text[0]?.type === 'text') text[0].value = text[0].value.replace(/^\s*[:–—-]?\s*/, '')
  const rest: ElementContent[] =
    opening === content
      ? text
      : [{ type: 'element', tagName: 'p', properties: {}, children: text }, ...content.slice(1)]
  item.children = [
    bold,
    { type: 'element', tagName: 'div', properties: { className: ['item'] }, children: rest },
  ]
}
