import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { highlightCode } from './highlighter'
import { textOf } from './node-text'

/** So much of a body's code gets colours at most; tokenising costs about a millisecond for 1,000 characters. */
const maxHighlighted = 40_000

/** Code blocks can be scrolled with the keyboard; those in a known language get colours, as classes. */
export function rehypeCode(options: { highlight: boolean }) {
  return async (tree: Root) => {
    const blocks: { code: Element; language: string; source: string }[] = []
    let length = 0
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'pre') return
      node.properties = { ...node.properties, className: ['code'], tabIndex: 0, dir: 'ltr' }
      const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code')
      if (code?.type !== 'element') return
      const source = textOf(code)
      const language = languageOf(code)
      length += source.length
      if (options.highlight && language && length <= maxHighlighted) blocks.push({ code, language, source })
    })
    for (const { code, language, source } of blocks) {
      const lines = await highlightCode(source.replace(/\n$/, ''), language)
      if (lines) code.children = lines
    }
  }
}

/** The language of a block; its class stays only where it is a word, as `js` is and `js"onload="x` is not. */
function languageOf({ properties }: Element): string | undefined {
  const classes = Array.isArray(properties.className) ? properties.className : []
  const marked = classes.find((name) => /^language-[\w+#.-]{1,40}$/.test(String(name)))
  properties.className = marked ? [marked] : undefined
  return marked && String(marked).slice('language-'.length).toLowerCase()
}
