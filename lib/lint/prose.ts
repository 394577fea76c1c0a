/** Stands for what is not running text. No letter, no space, so that no rule sees a word or a gap in it. */
export const blank = '\0'

const blankOut = (piece: string) => piece.replace(/[^\n]/g, blank)

/** Attributes whose values readers read. */
const readableAttributes = /\s(?:alt|title|caption|question|term)=(["'])/g

/**
 * The running text of a body, every character in its place: code, addresses, tags, comments and the marks of Jekyll are
 * blanked out. Takes the body without its code.
 */
export function extractProse(plain: string): string {
  return plain
    .replace(/<!--[\s\S]*?(?:-->|$(?![\s\S]))/g, blankOut)
    .replace(/\{%[^\n]*?%\}|\{\{[^\n]*?\}\}|\{:[^\n}]*\}|\{#[^\n}]*\}/g, blankOut)
    .replace(/<(?:https?:|mailto:)[^\s<>]*>/g, blankOut)
    .replace(/<\/?[A-Za-z][^<>]*>/g, keepReadableAttributes)
    .replace(/^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$/gm, hideDefinition)
    .replace(/\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)/g, blankOut)
    .replace(/\]\[[^[\]\n]*\]/g, blankOut)
    .replace(/\[\^[^[\]\n]*\]:?/g, blankOut)
    .replace(/\b(?:https?:\/\/|www\.)[^\s<>]+/g, blankOut)
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+/g, blankOut)
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,8});/gi, blankOut)
}

/** Footnotes are text; other definitions are addresses. */
function hideDefinition(line: string): string {
  return /^ {0,3}\[\^/.test(line) ? line : blankOut(line)
}

function keepReadableAttributes(tag: string): string {
  let result = ''
  let done = 0
  for (const match of tag.matchAll(readableAttributes)) {
    const from = match.index + match[0].length
    const to = tag.indexOf(match[1] ?? '"', from)
    if (to < 0 || from < done) continue
    result += blankOut(tag.slice(done, from)) + tag.slice(from, to)
    done = to
  }
  return result + blankOut(tag.slice(done))
}
