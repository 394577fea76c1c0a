import type { ElementContent, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { inPieces } from '@/lib/text'

/** Keeps names such as GPT-3.5 on one line, which browsers break after the hyphen. Code is left as it is. */
export function rehypeUnbroken() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && /^(pre|code|kbd|samp)$/.test(node.tagName)) return SKIP
      if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('-')) return
      const pieces = inPieces(node.value, 'hyphen').map(toNode)
      parent.children.splice(index, 1, ...pieces)
      return [SKIP, index + pieces.length]
    })
  }
}

function toNode({ text, isWhole }: { text: string; isWhole: boolean }): ElementContent {
  const node: Text = { type: 'text', value: text }
  if (!isWhole) return node
  return { type: 'element', tagName: 'span', properties: { className: ['unbroken'] }, children: [node] }
}
