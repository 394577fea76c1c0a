import type { Rule } from './rule'

/** Of an .mdx post the guard says this, as an error. */
export const liquid: Rule = {
  name: 'liquid',
  find: ({ post, bodyWithoutCode: plain }) =>
    post.format === 'mdx'
      ? []
      : Array.from(
          plain.matchAll(/\{%-?\s*([\w-]*)[^\n]*?%\}|\{\{[^\n]*?\}\}/g),
          ({ 0: tag, 1: name, index }) => ({
            at: index,
            message: `"${shorten(tag)}" is Liquid, and readers see it as it stands. ${instead[name ?? ''] ?? 'Write what it stands for.'}`,
          }),
        ),
}

const instead: Record<string, string> = {
  post_url: 'Write the path of the post.',
  link: 'Write the path of the page.',
  highlight: 'Write three backticks around the code.',
  endhighlight: 'Write three backticks around the code.',
  raw: 'Remove it: braces need no protection here.',
  endraw: 'Remove it: braces need no protection here.',
  include: 'Write what the included file says.',
}

/** Heading ids, `## Title {#id}`, work here; tables, footnotes and code do, too. The rest stays on the page as it is. */
const marks: [RegExp, string][] = [
  [/^[ \t>]*(?:[-*+]|\d+\.)\s+\S[^\n]*\n\{:toc\}/gim, 'Remove both lines and write "toc: true" in the head.'],
  [/^\{::[^\n]*\}/gm, 'Remove it.'],
  [
    /(?<!\{)\{:(?!:)(?!toc\})(?!\s?#[\w-]+\s?\}\s*$)[^{}\n]*\}/gm,
    'Remove it: a post carries no classes and attributes.',
  ],
  [/^\*\[[^\]\n]+\]:[^\n]*/gm, 'Explain the abbreviation in the text.'],
  // Looked for from its colon: from the term on, every line of the text would be a beginning.
  [/(?<=[^\n:]\n{1,2}):[ \t]+\S[^\n]*/g, 'Write the terms of a definition list in bold.'],
]

export const kramdown: Rule = {
  name: 'kramdown',
  find: ({ post, bodyWithoutCode: plain }) =>
    post.format === 'mdx'
      ? []
      : marks.flatMap(([pattern, remedy]) =>
          Array.from(plain.matchAll(pattern), ({ 0: mark, index }) => ({
            at: index,
            message: `"${shorten(mark)}" is kramdown, and readers see it as it stands. ${remedy}`,
          })),
        ),
}

const shorten = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
