import type { Rule } from './rule'

/** Browsers show one, so this is for those who read the file. Not the two at the end of a line: they break it. */
export const spaces: Rule = {
  name: 'spaces',
  find: ({ prose, bodyStart: start }) =>
    Array.from(prose.matchAll(/(?<=[\p{L}\p{N}\p{P}]) {2,}(?=[^\s|])/gu))
      .filter(({ index }) => !isAlignment(prose.slice(prose.lastIndexOf('\n', index - 1) + 1, index)))
      .map(({ 0: gap, index }) => ({
        at: index,
        message: `There are ${gap.length} spaces. Write one.`,
        fix: [{ from: start + index, to: start + index + gap.length, text: ' ' }],
      })),
}

/** Whether what stands before it on the line makes it an indent: the mark of a list or heading, or a table's cell. */
const isAlignment = (before: string) =>
  /^[ \t]*\|/.test(before) || /^[ \t>]*(?:[-+*]|#{1,6}|>|\d{1,9}[.)])$/.test(before)
