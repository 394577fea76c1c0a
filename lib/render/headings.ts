import GithubSlugger from 'github-slugger'
import type { Element, ElementContent, Root as Html } from 'hast'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { safeId } from './ids'
import { textOf } from './node-text'

export type Heading = { id: string; text: string; depth: 2 | 3 }

/**
 * Ids as GitHub and Jekyll's Markdown make them, so that fragments of old links still work, in .md also the explicit
 * `## Title {#id}`. Before the typography: "a -- b" gave `a----b` there, and gives `a--b` once the dash is a real one.
 */
export function remarkHeadingIds(options: { explicit: boolean }) {
  return (tree: Root) => {
    const slugger = new GithubSlugger()
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1)
      const explicit =
        options.explicit && last?.type === 'text'
          ? /(?<!\s)\s*\{:?\s?#([\w-]+)\s?\}\s*$/.exec(last.value)
          : null
      if (last?.type === 'text' && explicit) last.value = last.value.slice(0, explicit.index)
      const id = safeId(slugger.slug(explicit?.[1] ?? textOf(heading).slice(0, 200)))
      heading.data = { ...heading.data, hProperties: { id } }
    })
  }
}

/**
 * The page's h1 is the headline, so `#` in a body becomes h2. Each heading links to itself, in the page but not in
 * feeds (`anchors`); one that holds a link already cannot. Gives the h2 and h3 outside of boxes to `found`.
 */
export function rehypeHeadings(options: { anchors: boolean; found: Heading[] }) {
  return (tree: Html) => {
    visit(tree, ['element', 'mdxJsxFlowElement'], (node, _, parent) => {
      if (node.type === 'mdxJsxFlowElement') return 'skip'
      const heading = node as Element
      if (!/^h[1-6]$/.test(heading.tagName)) return
      if (heading.tagName === 'h1') heading.tagName = 'h2'
      const { id } = heading.properties
      const text = textOf(heading).trim()
      if (typeof id !== 'string' || text === '' || isFootnoteLabel(id)) return
      const depth = Number(heading.tagName[1])
      if ((depth === 2 || depth === 3) && parent?.type === 'root') options.found.push({ id, text, depth })
      if (options.anchors && !heading.children.some(holdsLink)) heading.children = [anchorTo(id, heading)]
    })
  }
}

const isFootnoteLabel = (id: string) => id === 'footnote-label'

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink))
}

function anchorTo(id: string, { children }: Element): Element {
  return { type: 'element', tagName: 'a', properties: { className: ['anchor'], href: `#${id}` }, children }
}
