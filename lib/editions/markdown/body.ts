import type { Root as Html } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { RootContent } from 'mdast'
import rehypeRemark from 'rehype-remark'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { resolveUrl } from '@/lib/urls'
import { handlers } from './handlers'
import { simplifyComponents } from './markdown-document'

const htmlToMarkdown = unified().use(rehypeRemark, { handlers })

/**
 * A rendered body as Markdown. From the HTML and not from the file, so that it says what readers see and no more: no
 * comments, no word of the vocabulary. Every address is absolute, as seen from the article's page.
 */
export function bodyToMarkdown(html: string, page: string): RootContent[] {
  const tree = fromHtml(html, { fragment: true })
  simplifyComponents(tree)
  makeAbsolute(tree, page)
  const turned = htmlToMarkdown.runSync(tree)
  return turned.type === 'root' ? turned.children : []
}

function makeAbsolute(tree: Html, page: string) {
  visit(tree, 'element', ({ properties }) => {
    // Those of footnotes are names and no addresses.
    if ('dataFootnoteRef' in properties) return
    for (const name of ['href', 'src'] as const)
      if (properties[name] !== undefined) properties[name] = resolveUrl(String(properties[name]), page)
  })
}
