import type { Rule } from './rule'

/** Browsers show one, so this is for those who read the file. Not the two at the end of a line: they break it. */
export const spaces: Rule = {
  name: 'spaces',
  find: ({ prose, start }) =>
    // Not after the mark of a list or heading, and not in a table, whose cells are padded.
    Array.from(
      prose.matchAll(
        /(?<=^(?![ \t]*\|)[^\n]*[\p{L}\p{N}\p{P}])(?<!^[ \t>]*(?:[-+*#]+|\d{1,9}[.)])) {2,}(?=[^\s|])/gmu,
      ),
    ).map(({ 0: gap, index }) => ({
      at: index,
      message: `There are ${gap.length} spaces. Write one.`,
      fix: [{ from: start + index, to: start + index + gap.length, text: ' ' }],
    })),
}
