import { type EditedText, original } from '../edited-text'
import { iframesToLinks } from '../embeds'
import { reportHiddenHtml } from '../hidden-html'
import { htmlToMarkdown } from '../html'
import { convertAbbreviations } from '../kramdown/abbreviations'
import { convertAttributeLists } from '../kramdown/attribute-lists'
import { removeTocMarker } from '../kramdown/contents'
import { convertDefinitionLists } from '../kramdown/definition-lists'
import { convertExtensions } from '../kramdown/extensions'
import { convertMarkdownInHtml, unindentHtml } from '../kramdown/html-blocks'
import { type ResolveUrl, rewriteLinks } from '../links'
import type { Report } from '../report'
import { convertEmoji } from './emoji'
import { convertLiquid, type Evaluate } from './liquid'

type Steps = {
  liquid: Evaluate | undefined
  emoji: boolean
  isHtml: boolean
  resolve: ResolveUrl
  say: Report
}

/** A body of Jekyll's as Markdown of ours. `toc` says that it had a table of contents. */
export function convertBody(
  body: string,
  { liquid, emoji, isHtml, resolve, say }: Steps,
): { text: string; toc: boolean } {
  // First, as in Jekyll, so that everything after it sees what readers saw.
  const written = liquid ? convertLiquid(original(body), liquid, say) : original(body)
  // Places inside of it are lost with the HTML; what is said later is said of its first line.
  const read = isHtml ? { text: htmlToMarkdown(written.text), origin: () => 0 } : written
  // Before the attribute lists, which `{:toc}` looks like.
  const { body: listed, toc } = removeTocMarker(convertExtensions(read, say))
  const steps: ((text: EditedText) => EditedText)[] = [
    (text) => convertAttributeLists(text, say),
    (text) => (emoji ? convertEmoji(text) : text),
    convertAbbreviations,
    convertDefinitionLists,
    // Before the indent goes: what is marked as Markdown may be code.
    convertMarkdownInHtml,
    unindentHtml,
    (text) => iframesToLinks(text, say),
    (text) => reportHiddenHtml(text, say),
    // Last, for links that the steps above have made.
    (text) => rewriteLinks(text, resolve),
  ]
  return { text: steps.reduce((text, step) => step(text), listed).text, toc }
}
