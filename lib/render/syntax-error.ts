import type { VFileMessage } from 'vfile-message'

const closing = 'Write the closing tag on a line of its own, or close the tag itself: <Word … />.'

/** What the MDX parser says, and what an author can do about it. The first that fits is taken. */
const hints: [RegExp, string | ((match: RegExpExecArray) => string)][] = [
  [
    /Unexpected closing tag `([^`]+)`, expected corresponding closing tag for `<([^>`]*)>`/,
    (match) => `${match[1]} does not close <${match[2]}>. Write </${match[2]}> before it, or remove it.`,
  ],
  [
    /(?:Expected a|Expected the) closing tag.*?`<\/?([^>`]*)>`/,
    (match) => `<${match[1]}> is not closed where it should be. ${closing}`,
  ],
  [
    /Unexpected closing (slash|tag)/,
    'This closing tag has no opening tag. Remove it, or add the opening one.',
  ],
  [/character `!`.*before name/, 'A "<!" comment cannot stand in an .mdx post. Remove it.'],
  [
    /to create a link in MDX/,
    'An address in angle brackets cannot stand in an .mdx post. Write [text](https://…).',
  ],
  [
    /before name|before local name|before member name|character `.+` .*in (local |member )?name/,
    'A "<" begins a word of the vocabulary here. For the character itself write \\<.',
  ],
  [/(before|in) attribute value/, 'The value of a prop stands in double quotes: name="value".'],
  [
    /(attribute|name|tag|after self-closing slash).*expected|end of file in (name|tag|attribute)/i,
    'This tag is not complete. Write <Word prop="value"> or <Word prop="value" />.',
  ],
  [
    /lazy line/,
    'The lines of a tag inside a quote or list must all begin like the first (with ">" or the same spaces).',
  ],
  [
    /expression|brace/,
    'A "{" before this place is never closed. Code is not allowed in a post; for the character itself write \\{.',
  ],
]

/** Turns what the parser threw into words for the author, with its place in the body. */
export function explainSyntaxError(error: unknown): {
  place?: { line: number; column?: number }
  message: string
} {
  if (error instanceof RangeError)
    return { message: 'This is nested too deeply to be read. Use fewer levels.' }
  const { reason: said, line, column } = error as Partial<VFileMessage>
  if (!said) throw error
  // It may quote a name as long as the body, and the patterns above take the square of its length.
  const reason = said.slice(0, 1000)
  // An error about a tag that is not closed stands at the end of the text; where it was opened is in its words.
  const opened = /^Expected .* tag .*\((\d+):(\d+)-/.exec(reason)
  const place = opened ? { line: Number(opened[1]), column: Number(opened[2]) } : placeOf(line, column)
  for (const [pattern, remedy] of hints) {
    const match = pattern.exec(reason)
    if (match) return { place, message: typeof remedy === 'string' ? remedy : remedy(match) }
  }
  return { place, message: `The MDX here cannot be read: ${reason}.` }
}

const placeOf = (line?: number, column?: number) => (line ? { line, column } : undefined)
