import { smartenPunctuation } from '@/lib/render/typography'
import { isEnglish } from './language'
import type { LintContext } from './lint-context'
import type { Edit, Finding, Rule } from './rule'

/**
 * The site sets quotes in the text by itself; the head it shows as it is written. A single letter is looked at before
 * its neighbours, so that "the '90s" and "OpenAI's" come out right.
 */
export const quotes: Rule = {
  name: 'quotes',
  find: (subject) =>
    textsIn(subject.post).flatMap(({ key, value }): Finding[] => {
      if (!/["']/.test(value)) return []
      const wanted = quotesOf(smartenPunctuation(value, ''))
      const fix = editsFor(subject, key, value, wanted)
      return [
        {
          key,
          message: `Straight quotes stay straight here. Write ${[...new Set(wanted)].join(' ')} instead.`,
          fix,
        },
      ]
    }),
}

const textsIn = (post: LintContext['post']) => (isEnglish(post) ? shownTexts(post) : [])

type Text = { key: PropertyKey[]; value: string }

function shownTexts(post: LintContext['post']): Text[] {
  const { title, seoTitle, socialTitle, description, kicker, image, keyPoints, corrections, sources } = post
  const single = { title, seoTitle, socialTitle, description, kicker }
  const inImage = { alt: image?.alt, caption: image?.caption, credit: image?.credit }
  const given = (entries: [PropertyKey[], string | undefined][]) =>
    entries.flatMap(([key, value]) => (value ? [{ key, value }] : []))
  return [
    ...given(Object.entries(single).map(([key, value]) => [[key], value])),
    ...given(Object.entries(inImage).map(([key, value]) => [['image', key], value])),
    ...given(keyPoints.map((value, index) => [['keyPoints', index], value])),
    ...given(corrections.map(({ text }, index) => [['corrections', index, 'text'], text])),
    ...given(sources.map((source, index) => [['sources', index, 'title'], source.title])),
  ]
}

const quotesOf = (text: string) => text.match(/["'“”‘’]/g) ?? []

/**
 * The value's quotes one by one. YAML writes some of them doubled or with a backslash; where the source does not hold
 * as many as the value, somebody has to do it by hand.
 */
function editsFor(
  { text, place }: LintContext,
  key: PropertyKey[],
  value: string,
  wanted: string[],
): Edit[] | undefined {
  const from = offsetOf(text, place(key))
  const { raw, token } = scalarAt(text, from)
  const tokens = [...raw.matchAll(token)]
  if (tokens.length !== wanted.length || quotesOf(value).length !== wanted.length) return undefined
  return tokens.flatMap(({ 0: sign, index }, at) => {
    const replacement = wanted[at] ?? sign
    return replacement === sign
      ? []
      : [{ from: from + index, to: from + index + sign.length, text: replacement }]
  })
}

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let from = 0
  for (let at = 1; at < line; at++) from = text.indexOf('\n', from) + 1
  return from + column - 1
}

const curly = '“”‘’'

/** The scalar that begins at an offset, on one line, and what a quote inside it looks like. */
function scalarAt(text: string, from: number): { raw: string; token: RegExp } {
  const line = text.slice(from).split('\n', 1)[0] ?? ''
  if (line.startsWith('"'))
    return {
      raw: inner(/^"(?:[^"\\]|\\.)*"/.exec(line)?.[0]),
      token: new RegExp(`(?<!^)(?:\\\\"|'|[${curly}])`, 'g'),
    }
  if (line.startsWith("'"))
    return {
      raw: inner(/^'(?:[^']|'')*'/.exec(line)?.[0]),
      token: new RegExp(`(?<!^)(?:''|"|[${curly}])`, 'g'),
    }
  return { raw: line.replace(/\s#.*$/, ''), token: new RegExp(`["'${curly}]`, 'g') }
}

/** Without the closing quote, which is no part of the value; the opening one stays, so that offsets hold. */
const inner = (quoted = '') => quoted.slice(0, -1)
