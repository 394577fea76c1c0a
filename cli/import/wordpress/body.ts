import { excerpt, type Report } from '../report'

type Context = { say: Report; pictureOf(id: string): { url: string; alt: string } | undefined }

/** The text of a WordPress post as HTML, from the block editor or from the one before it. */
export function wordpressHtml(content: string, { say, pictureOf }: Context): string {
  const isBlocks = /<!--\s*wp:/.test(content)
  const shortened = withoutShortcodes(content, { say, pictureOf })
  return isBlocks ? withoutBlocks(shortened, say) : withParagraphs(shortened)
}

/** Comments say where a block begins and ends. One that is all there is of a block was filled in by the server. */
function withoutBlocks(html: string, say: Report): string {
  return html
    .replace(/<!--\s*wp:([\w/-]+)[^>]*?\/-->/g, (block: string, name: string, at: number) => {
      if (name !== 'nextpage')
        say(at, 'block', `The block "${name}" is made by WordPress itself. It was kept as a comment.`)
      return block
    })
    .replace(/<!--\s*\/?wp:(?:(?!\/-->)[\s\S])*?-->/g, (comment) => (comment.endsWith('/-->') ? comment : ''))
    .replace(/<!--more.*?-->/g, '')
    .replace(
      /<div class="wp-block-embed__wrapper">\s*(https?:\/\/\S+?)\s*<\/div>/g,
      '<p><a href="$1">$1</a></p>',
    )
}

const shortcode = /\[(\/?)([a-z][\w-]*)((?:\s[^\]]*)?)\]/gi
const pair = /\[(caption|wp_caption|embed|code|sourcecode)((?:\s[^\]]*)?)\]([\s\S]*?)\[\/\1\]/g

/** Shortcodes that have a meaning here; the others stay, and are told. */
function withoutShortcodes(html: string, { say, pictureOf }: Context): string {
  const converted = html
    .replace(pair, (_, name: string, attributes: string, inside: string) => {
      if (name === 'embed') return `<p><a href="${inside.trim()}">${inside.trim()}</a></p>`
      if (name.endsWith('code'))
        return `<pre><code${languageOf(attributes)}>${escapeHtml(inside.trim())}</code></pre>`
      const picture = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/.exec(inside)
      const caption = attribute(attributes, 'caption') ?? picture?.[2]?.trim() ?? ''
      return picture ? `<figure>${picture[1]}<figcaption>${caption}</figcaption></figure>` : inside
    })
    .replace(/\[gallery\s([^\]]*)\]/g, (all, attributes: string) => {
      const pictures = (attribute(attributes, 'ids') ?? '')
        .split(',')
        .flatMap((id) => pictureOf(id.trim()) ?? [])
      return pictures.length > 0
        ? pictures.map(({ url, alt }) => `<p><img src="${url}" alt="${escapeHtml(alt)}"></p>`).join('\n')
        : all
    })
  for (const { 0: all, 1: isEnd, index } of converted.matchAll(shortcode)) {
    // `[1]` and `[sic]` are words; a shortcode has attributes, or an end.
    const [, , name = '', rest = ''] = /^\[(\/?)([a-z][\w-]*)([\s\S]*)\]$/i.exec(all) ?? []
    if (!isEnd && (rest.includes('=') || converted.includes(`[/${name}]`)))
      say(
        Math.min(index, html.length),
        'shortcode',
        `${excerpt(all)} was not converted. It stays in the text.`,
      )
  }
  return converted
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`).exec(attributes)
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

function languageOf(attributes: string): string {
  const language = attribute(attributes, 'lang') ?? attribute(attributes, 'language')
  return language && /^[\w+#-]+$/.test(language) ? ` class="language-${language}"` : ''
}

const block =
  /^<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|form|h[1-6]|header|hr|li|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul)\b|^<!--/i

/** The editor before blocks wrote no paragraphs: an empty line was one, and a line end was a line end. */
function withParagraphs(html: string): string {
  const kept: string[] = []
  const safe = html
    .replace(/<!--more.*?-->/g, '\n\n')
    .replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/gi, (all) => `\n\n<pre ${kept.push(all) - 1}>\n\n`)
  return safe
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map((chunk) => (block.test(chunk) ? chunk : `<p>${chunk.replace(/\n/g, '<br>\n')}</p>`))
    .join('\n')
    .replace(/<pre (\d+)>/g, (_, index: string) => kept[Number(index)] ?? '')
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
