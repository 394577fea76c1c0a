import type { Element, ElementContent, Parents, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { SKIP, visit } from 'unist-util-visit'
import { messages } from '@/lib/i18n/messages'
import { litePath } from '@/lib/urls'
import { type FileInfo, pictureLabel } from './picture-label'

export type LiteLookups = {
  /** Whether there is a public story of that slug, to which a link should lead in its lite edition, too. */
  isPublicPost: (slug: string) => boolean
  file: (path: string) => FileInfo | undefined
}

/** A rendered body with pictures and films as links, and without what only the page's style sheet and scripts can use. */
export function toLiteBody(html: string, facts: LiteLookups): string {
  const tree = fromHtml(html, { fragment: true })
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return
    const replacement = replace(node, parent, facts)
    if (replacement) {
      parent.children.splice(index, 1, ...replacement)
      return [SKIP, index]
    }
    node.properties = keptAttributes(node, facts)
  })
  return toHtml(tree, { closeSelfClosing: false })
}

function replace(node: Element, parent: Parents, facts: LiteLookups): ElementContent[] | undefined {
  const { src, alt, ariaLabel } = node.properties
  if (node.tagName === 'img' && (!alt || !src)) return []
  if (node.tagName === 'img') {
    const text = { type: 'text' as const, value: pictureLabel(String(alt), facts.file(String(src))) }
    return isLink(parent) ? [text] : [link(String(src), text.value)]
  }
  if (node.tagName === 'video') return [link(String(src), `${messages.body.video}: ${ariaLabel ?? ''}`)]
  if (node.tagName === 'svg' || node.tagName === 'button') return []
  // Colours of code. Without them it reads just as well.
  return node.tagName === 'span' ? node.children : undefined
}

const isLink = (node: Parents) => node.type === 'element' && node.tagName === 'a'

const link = (href: string, text: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href },
  children: [{ type: 'text', value: text }],
})

const useful = /^(id|href|lang|dir|start|reversed|colSpan|rowSpan|scope|dateTime|role|ariaLabel|tabIndex)$/

function keptAttributes({ properties }: Element, facts: LiteLookups): Properties {
  const left: Properties = Object.fromEntries(
    Object.entries(properties).filter(([name]) => useful.test(name)),
  )
  const classes = Array.isArray(properties.className) ? properties.className : []
  const styled = classes.filter((name) => /^(align-\w+|box-title)$/.test(String(name)))
  if (styled.length > 0) left.className = styled
  const [, slug, fragment = ''] = /^\/([a-z0-9-]+)(#.*)?$/.exec(String(properties.href ?? '')) ?? []
  if (slug && facts.isPublicPost(slug)) left.href = litePath(slug) + fragment
  return left
}
