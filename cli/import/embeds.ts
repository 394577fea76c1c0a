import { applyEdits, type EditedText } from './edited-text'
import { codeSpans, outsideCode, readMarkdown } from './markdown'
import type { Report } from './report'

/** The page of a video for the address of its player; undefined for other addresses. */
export function videoPageUrl(address: string): string | undefined {
  const url = address.startsWith('//') ? `https:${address}` : address
  const [, youtube] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)/.exec(url) ?? []
  if (youtube) return `https://www.youtube.com/watch?v=${youtube}`
  const [, vimeo] = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(url) ?? []
  return vimeo && `https://vimeo.com/${vimeo}`
}

/** Frames show nothing here: each becomes a link to what it framed, with its title. */
export function iframesToLinks(body: EditedText, say: Report): EditedText {
  const { text, origin } = body
  if (!/<iframe/i.test(text)) return body
  const frames = outsideCode(
    text,
    /<iframe\b([^>]*)>(?:[\s\S]*?<\/iframe\s*>)?/gi,
    codeSpans(readMarkdown(text)),
  )
  return applyEdits(
    body,
    frames.flatMap(({ 0: frame, 1: attributes = '', index }) => {
      const src = attribute(attributes, 'src')
      const url = src && (videoPageUrl(src) ?? (src.startsWith('//') ? `https:${src}` : src))
      if (!url || !/^https?:/.test(url) || !URL.canParse(url)) {
        say(origin(index), 'html', 'An <iframe> without an address was kept, and is not shown.')
        return []
      }
      const title = attribute(attributes, 'title') || new URL(url).hostname.replace(/^www\./, '')
      if (!videoPageUrl(src)) say(origin(index), 'html', `An <iframe> became a link to ${url}.`)
      return [{ start: index, end: index + frame.length, text: `<a href="${url}">${title}</a>` }]
    }),
  )
}

function attribute(attributes: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes) ?? []
  return (double ?? single ?? bare)?.trim()
}
