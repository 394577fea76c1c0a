import { applyEdits, type EditedText } from '../edited-text'
import { codeSpans, outsideCode, readMarkdown } from '../markdown'
import { excerpt, type Report } from '../report'

const block =
  /\{::(comment|nomarkdown|options)\b([^}]*?)(?:\/\}|\}([\s\S]*?)\{:\/(?:comment|nomarkdown|options)?\})/g

/** `{::comment}` becomes a comment, `{::nomarkdown}` what is in it, and options of kramdown's go. */
export function convertExtensions(body: EditedText, say: Report): EditedText {
  if (!body.text.includes('{::')) return body
  const found = outsideCode(body.text, block, codeSpans(readMarkdown(body.text)))
  return applyEdits(
    body,
    found.map(({ 0: all, 1: name, 3: content = '', index }) => {
      if (name === 'options')
        say(body.origin(index), 'kramdown', `${excerpt(all)} has no meaning here and was left out.`)
      const text =
        name === 'comment'
          ? `<!-- ${content.trim().replaceAll('-->', '--&gt;')} -->`
          : name === 'options'
            ? ''
            : content
      return { start: index, end: index + all.length, text }
    }),
  )
}
