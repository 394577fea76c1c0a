import type { Element, ElementContent, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { SKIP, visit } from 'unist-util-visit'
import { resolveUrl } from '@/lib/urls'

/** What a feed reader cannot do anything with, or may not. */
const removedElements = new Set(['script', 'style', 'template', 'button', 'noscript', 'link', 'meta', 'base'])
const urlAttributes = ['href', 'src', 'poster', 'cite'] as const

/**
 * A rendered body for a feed: every address absolute, as seen from the article's page; headings without the link to
 * themselves; no classes, styles or scripts. An address that cannot be one is left out.
 */
export function toFeedHtml(html: string, page: string): string {
  const tree = fromHtml(html, { fragment: true })
  visit(tree, 'element', (node, index, parent) => {
    if (parent && index !== undefined && removedElements.has(node.tagName)) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (/^h[1-6]$/.test(node.tagName)) node.children = node.children.flatMap(withoutAnchor)
    node.properties = cleanAttributes(node.properties, page)
  })
  return toHtml(tree, {
    allowDangerousCharacters: false,
    closeSelfClosing: true,
    characterReferences: { useNamedReferences: false },
  })
}

function withoutAnchor(node: ElementContent): ElementContent[] {
  return isAnchor(node)
    ? node.children.filter((child) => child.type !== 'text' || !/^\s*[#¶§]\s*$/.test(child.value))
    : [node]
}

function isAnchor(node: ElementContent): node is Element {
  if (node.type !== 'element' || node.tagName !== 'a') return false
  const { className, href } = node.properties
  return Array.isArray(className) && className.includes('anchor') && String(href).startsWith('#')
}

function cleanAttributes(properties: Properties, page: string): Properties {
  const kept = Object.entries(properties).filter(
    ([name]) => !/^(className|style|tabIndex|on[A-Z].*|data[A-Z].*)$/.test(name),
  )
  const cleaned: Properties = Object.fromEntries(kept)
  for (const name of urlAttributes) {
    if (cleaned[name] !== undefined) cleaned[name] = resolveUrl(String(cleaned[name]), page)
  }
  if (cleaned.srcSet !== undefined) cleaned.srcSet = absoluteSet(String(cleaned.srcSet), page)
  return cleaned
}

/** `a.png 1x, b.png 2x`: an address may hold a comma, so a candidate ends only at a comma after its address. */
function absoluteSet(set: string, page: string): string | undefined {
  const candidates = Array.from(set.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(\s+[^,]+)?\s*(?:,|$)/g))
  const written = candidates.flatMap(([, address = '', size = '']) => {
    const url = resolveUrl(address, page)
    return url ? [url.replaceAll(',', '%2C') + size.trimEnd()] : []
  })
  return written.length > 0 ? written.join(', ') : undefined
}
