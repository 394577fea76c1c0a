import type { Nodes, Root } from 'mdast'
import { isComponentName, propRulesOf } from './mdx-components'

/**
 * Real quotes, dashes and dots, with the meaning they have in Jekyll: -- is an en dash, --- an em dash. Code stays as it is,
 * and so does the text of a bare address. Quotes look back across inline elements: in "*so*" the last one closes.
 */
export function remarkTypography() {
  return (tree: Root) => {
    smartenNode(tree, '')
  }
}

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement'])

/** Works on the node in place and gives the character that stands before what follows it. */
function smartenNode(node: Nodes, before: string): string {
  if (node.type === 'text') {
    node.value = smartenPunctuation(node.value, before)
    return node.value.at(-1) ?? before
  }
  if (node.type === 'inlineCode' || node.type === 'image') return 'x'
  if (node.type === 'break') return ' '
  if (node.type === 'link' && isBareAddress(node)) return 'x'
  if (node.type === 'mdxJsxFlowElement' && node.name && isComponentName(node.name)) {
    const rules = propRulesOf(node.name)
    for (const prop of node.attributes)
      if (
        prop.type === 'mdxJsxAttribute' &&
        typeof prop.value === 'string' &&
        Object.hasOwn(rules, prop.name)
      )
        if (rules[prop.name]?.is === 'text') prop.value = smartenPunctuation(prop.value, '')
  }
  if (!('children' in node)) return before
  let last = blocks.has(node.type) ? '' : before
  for (const child of node.children) last = smartenNode(child, last)
  return last
}

function isBareAddress({ children }: { children: Nodes[] }): boolean {
  const only = children[0]
  return (
    children.length === 1 && only?.type === 'text' && /^(https?:\/\/|www\.|[^\s@]+@)\S+$/.test(only.value)
  )
}

/** The text with its quotes, dashes and dots set; `before` is the character it follows, '' at the start of a block. */
export function smartenPunctuation(text: string, before: string): string {
  if (!/["'.-]/.test(text)) return text
  const set = text
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\.\.\./g, '…')
  let previous = { at: -2, sign: '' }
  return set.replace(/["']/g, (quote, at: number) => {
    const left = previous.at === at - 1 ? previous.sign : at > 0 ? (set[at - 1] ?? '') : before
    previous = { at, sign: sign(quote, left, set.slice(at + 1, at + 4)) }
    return previous.sign
  })
}

function sign(quote: string, left: string, right: string): string {
  const isSingle = quote === "'"
  if (isSingle && /^\d\d(?!\d)/.test(right) && !/\w/.test(left)) return '’' // the '90s
  const opens = (left === '' || /[\s([{<—–“‘/-]/.test(left)) && !/^\s/.test(right)
  if (isSingle) return opens ? '‘' : '’'
  return opens ? '“' : '”'
}
