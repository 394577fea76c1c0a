import type { Finding, Rule } from './rule'

type Heading = { at: number; level: number; marks: number }

const atx = /^ {0,3}(#{1,6})(?=[ \t]|$)/gm
const setext = /^(?! {0,3}(?:[-+*>#|]|\d+[.)]\s))[ \t]{0,3}\S[^\n]*\n {0,3}(=+|-+)[ \t]*$/gm
const tag = /<h([1-6])[\s>]/gi

function headingsIn(plain: string): Heading[] {
  const found = [
    ...Array.from(plain.matchAll(atx), ({ 0: all, 1: marks = '', index }) => ({
      at: index + all.length - marks.length,
      level: marks.length,
      marks: marks.length,
    })),
    ...Array.from(plain.matchAll(setext), ({ 1: line = '', index }) => ({
      at: index,
      level: line.startsWith('=') ? 1 : 2,
      marks: 0,
    })),
    ...Array.from(plain.matchAll(tag), ({ 1: level, index }) => ({
      at: index,
      level: Number(level),
      marks: 0,
    })),
  ]
  return found.sort((a, b) => a.at - b.at)
}

/** The page's h1 is the headline. The site shows one in the text as an h2, which is what `--fix` makes of it. */
export const h1: Rule = {
  name: 'h1',
  find: ({ bodyWithoutCode: plain, bodyStart: start }) =>
    headingsIn(plain)
      .filter(({ level }) => level === 1)
      .map(({ at, marks }) => ({
        at,
        message: 'The headline is the heading of the first level. Begin with ## in the text.',
        fix: marks ? [{ from: start + at, to: start + at + marks, text: '##' }] : undefined,
      })),
}

/** Whoever moves through a page by its headings takes a missing level for a missing part. */
export const headings: Rule = {
  name: 'headings',
  find: ({ bodyWithoutCode: plain }) => {
    const found: Finding[] = []
    let above = 1
    for (const { at, level } of headingsIn(plain)) {
      if (level > above + 1)
        found.push({
          at,
          message: `A heading of level ${level} follows one of level ${above}. Write ${'#'.repeat(above + 1)}.`,
        })
      above = Math.max(2, level)
    }
    return found
  },
}
