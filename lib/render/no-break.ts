import type { ElementContent, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { splitUnbreakable } from '@/lib/text'

/** Keeps names such as GPT-3.5 on one line, which browsers break after the hyphen. Code is left as it is. */
export function rehypeNoBreak() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && /^(pre|code|kbd|samp)$/.test(node.tagName)) return SKIP
      if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('-')) return
      const pieces = splitUnbreakable(node.value, 'hyphen').map(toNode)
      parent.children.splice(index, 1, ...pieces)
      return [SKIP, index + pieces.length]
    })
  }
}

function toNode({ text, isUnbreakable }: { text: string; isUnbreakable: boolean }): ElementContent {
  const node: Text = { type: 'text', value: text }
  if (!isUnbreakable) return node
  return { type: 'element', tagName: 'span', properties: { className: ['unbroken'] }, children: [node] }
}
