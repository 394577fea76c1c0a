import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { applyEdits, type Edit, type EditedText } from './edited-text'
import { readMarkdown, type Span, spanOf } from './markdown'

export type UrlKind = 'link' | 'picture'
/** The address to write in place of another; undefined where it stays. `at` is its place in the original body. */
export type ResolveUrl = (url: string, kind: UrlKind, at: number) => string | undefined

/** Gives every address in a body to `resolve`, those of Markdown and of HTML, and writes what it gives back. */
export function rewriteLinks(body: EditedText, resolve: ResolveUrl): EditedText {
  const edits: Edit[] = []
  const put = (span: Span, url: string, kind: UrlKind, written: (text: string) => string = String) => {
    const better = resolve(url, kind, body.origin(span.start))
    if (better !== undefined && better !== url) edits.push({ ...span, text: written(better) })
  }
  visit(readMarkdown(body.text), (node: Nodes) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const { destination } = node.data ?? {}
      if (destination) put(destination, node.url, node.type === 'image' ? 'picture' : 'link')
    } else if (node.type === 'html') {
      for (const { span, url, kind } of attributesIn(body.text, spanOf(node)))
        put(span, url, kind, escapeAttribute)
    }
  })
  return applyEdits(body, edits)
}

const tags = /<([a-z][a-z0-9-]*)\s[^<>]*>/gi
const addresses = /\s(href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

function attributesIn(text: string, { start, end }: Span) {
  return [...text.slice(start, end).matchAll(tags)].flatMap(({ 0: tag, 1: name = '', index }) =>
    [...tag.matchAll(addresses)].map((found) => {
      const [all, attribute = '', double, single, bare] = found
      const value = double ?? single ?? bare ?? ''
      const from = start + index + found.index + all.length - value.length - (bare === undefined ? 1 : 0)
      const kind: UrlKind =
        /^(?:src|poster)$/i.test(attribute) && !/^(?:iframe|script)$/i.test(name) ? 'picture' : 'link'
      return {
        span: { start: from, end: from + value.length },
        url: value.replaceAll('&amp;', '&').trim(),
        kind,
      }
    }),
  )
}

const escapeAttribute = (url: string) => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
