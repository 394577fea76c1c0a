/** What a page may hold, written down a second time so that a slip in lib/render/allowed-html.ts shows. */
const elements = (
  'html head body p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code kbd samp var em strong b i u s del ins sub sup ' +
  'small mark q cite abbr dfn time br hr wbr table caption thead tbody tfoot tr th td figure figcaption div span ' +
  'section aside details summary ruby rt rp bdi bdo a img video track'
).split(' ')
const attributes = (
  'id lang dir title href src alt width height loading decoding rel class scope colspan rowspan start reversed type ' +
  'value open datetime role tabindex aria-label aria-describedby data-footnotes data-footnote-ref ' +
  'data-footnote-backref cite srcset sizes controls preload poster kind'
).split(' ')
const classes =
  /^(language-[\w+#.-]+|tok-\w+|align-\w+|figure|figure-\w+|gallery|gallery-pictures|pull-quote|fact-box|points|timeline|numbers|qa|definition|note|note-\w+|video|video-\w+|post-card|post-card-\w+|box-title|credit|item|table|code|hint|unbroken|anchor|external|footnotes|data-footnote-backref)$/

export const rules = { elements, attributes, classes: classes.source, base: 'http://localhost:3000' }

/** Everything in a page, as a browser's parser reads it, that has no business there. */
export const dangersIn = (html: string): string[] =>
  dangersOf(rules, new DOMParser().parseFromString(html, 'text/html'))

/** The same of a page that stands in a browser. Runs there, so it may use nothing of this file. */
export function dangersOf(
  { elements, attributes, classes, base }: typeof rules,
  page: Document = document,
): string[] {
  const dangers: string[] = []
  const protocolOf = (href: string) => (URL.canParse(href, base) ? new URL(href, base).protocol : 'none')
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_ALL)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE && node.nodeValue?.trim())
      dangers.push(`comment ${node.nodeValue}`)
    if (!(node instanceof Element)) continue
    const name = node.localName
    if (!elements.includes(name) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml')
      dangers.push(`<${name}>`)
    if (node.shadowRoot) dangers.push(`a shadow of <${name}>`)
    for (const { name: attribute, value } of node.attributes) {
      if (!attributes.includes(attribute)) dangers.push(`${name} ${attribute}`)
      if (attribute === 'class' && value.split(/\s+/).some((one) => !new RegExp(classes).test(one)))
        dangers.push(`class ${value}`)
      if (attribute === 'href' && !['http:', 'https:', 'mailto:'].includes(protocolOf(value)))
        dangers.push(`href ${value}`)
      if ((attribute === 'src' || attribute === 'poster') && new URL(value, base).origin !== base)
        dangers.push(`${attribute} ${value}`)
      if (
        attribute === 'id' &&
        (/^(?!user-content-).*[A-Z\s]|^_/.test(value) || ['next', 'process', 'main'].includes(value))
      )
        dangers.push(`id ${value}`)
    }
  }
  return dangers
}
