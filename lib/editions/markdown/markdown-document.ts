import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { messages } from '@/lib/i18n/messages'

/**
 * What the words of the vocabulary look like in plain Markdown, done on their HTML before it is turned: boxes are
 * quotations under a bold title, questions and terms bold paragraphs, dates and figures stand before their text, and
 * films are links. The rest of the vocabulary is HTML that Markdown knows.
 */
export function simplifyComponents(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    const shaped = simplify(node)
    if (!parent || index === undefined || !shaped) return
    parent.children.splice(index, 1, ...shaped)
    return [SKIP, index]
  })
}

function simplify(node: Element): ElementContent[] | undefined {
  const { children, properties, tagName } = node
  if (tagName === 'aside') node.tagName = 'blockquote'
  if (tagName === 'td' || tagName === 'th') alignFromClass(node)
  if (hasClass(node, 'box-title')) node.children = [element('strong', children)]
  if (hasClass(node, 'pull-quote')) markSpeaker(node)
  if (tagName === 'dt') return [element('p', [element('strong', children)])]
  if (tagName === 'dl' || tagName === 'dd') return children
  if (tagName === 'li') node.children = children.flatMap(inline)
  if (tagName === 'img' && !properties.alt) return []
  if (tagName === 'video') return [film(node)]
  return tagName === 'table' ? withoutCaption(node) : undefined
}

/** Tables of Markdown have no caption, so it stands over them. */
function withoutCaption(table: Element): ElementContent[] | undefined {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption')
  if (caption?.type !== 'element') return undefined
  table.children = table.children.filter((child) => child !== caption)
  return [element('p', [element('strong', caption.children)]), table]
}

/** `<strong>12 May</strong><div class="item">text</div>` becomes one line. */
function inline(child: ElementContent): ElementContent[] {
  if (child.type !== 'element' || !hasClass(child, 'item')) return [child]
  const [first, ...others] = child.children
  const paragraph = first?.type === 'element' && first.tagName === 'p'
  const line = paragraph ? first.children : child.children
  return [text(' '), ...line, ...(paragraph ? others : [])]
}

function film({ properties: { src, ariaLabel } }: Element): Element {
  const link = element('a', [text(`${messages.body.video}: ${ariaLabel ?? ''}`)])
  link.properties.href = src
  return element('p', [link])
}

function markSpeaker(figure: Element) {
  for (const child of figure.children)
    if (child.type === 'element' && child.tagName === 'figcaption') child.children.unshift(text('— '))
}

function alignFromClass({ properties }: Element) {
  const classes = Array.isArray(properties.className) ? properties.className : []
  const align = classes.map((name) => /^align-(\w+)$/.exec(String(name))?.[1]).find(Boolean)
  if (align) properties.align = align
}

const hasClass = ({ properties: { className } }: Element, name: string) =>
  Array.isArray(className) && className.includes(name)

const text = (value: string): ElementContent => ({ type: 'text', value })

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})
