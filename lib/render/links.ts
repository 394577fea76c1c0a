import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { messages } from '@/lib/i18n/messages'
import { isAllowedLink, isExternalLink } from './safe-urls'

/**
 * Marks links that leave the site, for the eye by class and for the ear by a hint (`hints`: in the page, not in feeds).
 * A link that may not be followed loses its address; its text stays.
 */
export function rehypeLinks(options: { hints: boolean }) {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'a' || typeof node.properties.href !== 'string') return
      const { href } = node.properties
      if (!isAllowedLink(href)) delete node.properties.href
      if (!isExternalLink(href)) return
      node.properties.rel = ['noopener', 'external']
      node.properties.className = ['external']
      if (options.hints) node.children.push(hint())
    })
  }
}

function hint(): Element {
  const value = ` (${messages.body.externalLink})`
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['hint'] },
    children: [{ type: 'text', value }],
  }
}
