import type { Comment, Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { Html } from 'mdast'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

/** Elements that Markdown has no sign for, and that a post may hold as HTML. */
const asHtml = 'abbr bdi bdo cite dfn details dl figure ins kbd mark q ruby samp small sub sup time u var'
/** What runs, loads or asks for something. It stays in the file, where nothing shows it, and is told by a later step. */
const hidden = 'script style object embed form svg math video audio canvas iframe'
/** Stands for a table that cannot be drawn with bars. */
const oddTable = 'odd-table'

const keep = (_: unknown, node: Element): Html => ({ type: 'html', value: toHtml(node) })
const handlers = {
  ...Object.fromEntries(`${asHtml} ${hidden}`.split(' ').map((name) => [name, keep])),
  [oddTable]: (_: unknown, node: Element) => keep(_, { ...node, tagName: 'table' }),
}
const nodeHandlers = {
  comment: (_: unknown, { value }: Comment): Html => ({ type: 'html', value: `<!--${value}-->` }),
}

const toMarkdown = unified()
  .use(rehypeRemark, { handlers, nodeHandlers })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true, listItemIndent: 'one' })
  .freeze()

/** HTML as Markdown. What Markdown cannot say stays HTML, so that no word and no meaning is lost. */
export function htmlToMarkdown(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table' && isOdd(node)) node.tagName = oddTable
    // As kramdown writes it, which is read here, too: links to a heading still find it.
    const { id } = node.properties
    if (/^h[1-6]$/.test(node.tagName) && typeof id === 'string' && /^[\w-]+$/.test(id))
      node.children.push({ type: 'text', value: ` {#${id}}` })
    if (node.tagName === 'figure' && (holds(node, 'div') || !holds(node, 'img'))) node.tagName = 'div'
    const picture = node.tagName === 'figure' ? plainPicture(node) : undefined
    if (picture) Object.assign(node, picture)
    return picture ? SKIP : undefined
  })
  return toMarkdown.stringify(toMarkdown.runSync(tree)).trim()
}

/** A figure that is a picture with plain words below it is a picture with a title here. */
function plainPicture(figure: Element): Element | undefined {
  const [first, caption, more] = figure.children.filter((child) => child.type === 'element')
  if (more || first?.tagName !== 'img' || (caption && caption.tagName !== 'figcaption')) return undefined
  const words = caption?.children ?? []
  if (words.some((child) => child.type !== 'text')) return undefined
  const title = words.map(textIn).join('').trim()
  const { src, alt } = first.properties
  const properties = title === '' ? { src, alt } : { src, alt, title }
  const picture: Element = { type: 'element', tagName: 'img', properties, children: [] }
  return { type: 'element', tagName: 'p', properties: {}, children: [picture] }
}

function holds(parent: Element, name: string): boolean {
  let found = false
  visit(parent, 'element', (node) => {
    if (node.tagName === name) found = true
  })
  return found
}

const textIn = (node: ElementContent) => (node.type === 'text' ? node.value : '')

/** Bars draw cells of one line that span no others. */
function isOdd(table: Element): boolean {
  let odd = false
  visit(table, 'element', (node) => {
    const { colSpan, rowSpan } = node.properties
    const spans = Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1
    if (spans || (node !== table && /^(?:caption|table|ul|ol|pre|blockquote|h[1-6])$/.test(node.tagName)))
      odd = true
  })
  return odd
}
