import { BodyError } from '@/lib/render/body'
import { checkBody } from '@/lib/render/check'
import { renderPlainBody } from '@/lib/render/render'
import { cpuTime } from '../../setup/cpu-time'
import { facts, md, mdx } from './render-body'

const times = (text: string, count: number) => text.repeat(count)
const columns = (count: number, rows: number) =>
  `${times('|a', count)}|\n${times('|-', count)}|\n${times('|x|\n', rows)}`

/** Shapes that hold a parser, or the compiler after it, for seconds or for ever. */
const shapes: [name: string, body: string][] = [
  ['56 KB of emphasis marks', times('*a_', 18_700)],
  ['emphasis opened, never closed', times('**a ', 14_000)],
  ['emphasis nested 900 deep', `${times('*', 900)}a${times('*', 900)}`],
  ['strikethrough', times('~~a', 10_000)],
  ['2,000 quotes in each other', `${times('> ', 2000)}a`],
  [
    'quotes a level deeper in each line',
    Array.from({ length: 200 }, (_, i) => `${times('>', i)}a`).join('\n'),
  ],
  ['4,000 lists in each other', `${times('- ', 4000)}a`],
  ['lists indented ever deeper', Array.from({ length: 300 }, (_, i) => `${times('  ', i)}- a`).join('\n')],
  ['24 KB of table columns', columns(12_000, 1)],
  ['few columns, many rows of one cell', columns(90, 2000)],
  ['32 KB of images in each other', times('![', 8000) + times('](a)', 4000)],
  ['brackets', times('[', 30_000) + times(']', 30_000)],
  ['links never closed', times('[a](', 20_000)],
  ['backticks of every length', Array.from({ length: 300 }, (_, i) => times('`', i)).join(' a ')],
  ['setext underlines', times('a\n-\n', 10_000)],
  ['headings', times('# a\n', 20_000)],
  ['list items', times('- a\n', 20_000)],
  ['a definition used everywhere', `[a]: /${times('x', 15_000)}\n\n${times('[a]\n\n', 900)}`],
  ['one footnote called everywhere', `${times('[^1] ', 5000)}\n\n[^1]: x`],
  [
    'footnotes calling each other',
    Array.from({ length: 3000 }, (_, i) => `[^${i}]: [^${i + 1}]\n\n`).join(''),
  ],
  ['HTML 1,400 deep', times('<div>\n\n', 1400)],
  ['HTML tags never closed', times('<b><i><u>', 20_000)],
  [
    'formatting that comes back in every paragraph',
    Array.from({ length: 200 }, (_, i) => `<font color=${i}>`).join('') + times('<p>x', 1200),
  ],
  ['tags never finished', times('<a href="', 20_000)],
  ['comments never finished', times('<!-- ', 30_000)],
  ['a word of 150 KB', times('a.', 75_000)],
  ['an address of 150 KB', times('a@a.', 37_000)],
  ['blank lines', times('\n', 190_000)],
  ['spaces', `a${times(' ', 190_000)}b`],
  ['quotation marks', times('"\' ', 60_000)],
  ['entities', times('&amp;', 35_000)],
  ['code fences', times('```\n', 20_000)],
  ['a megabyte of prose', times('word ', 200_000)],
  ['braces in each other', times('{', 8000) + times('}', 8000)],
  ['braces never closed', times('{', 60_000)],
  ['words in each other', times('<Note>\n', 1400) + times('</Note>\n', 1400)],
  ['a word with 50,000 props', `<Figure ${times('a ', 50_000)}/>`],
]

describe('P13: a post of any shape is shown or refused within its time', () => {
  // The first post pays for loading the compiler.
  beforeAll(() => renderPlainBody(mdx('x'), facts))

  // About a second on an idle machine; the limit leaves room for a busy one and is still far from the minutes without caps.
  it.each(shapes)('%s', async (_name, body) => {
    for (const post of [md(body), mdx(body)]) {
      const started = cpuTime()
      const problems = await checkBody(post)
      const refused = problems.some(({ severity }) => severity === 'error')
      const rendered = await renderPlainBody(post, facts).then(
        () => true,
        (error: unknown) => !(error instanceof BodyError),
      )
      expect(cpuTime() - started).toBeLessThan(8000)
      expect(rendered).toBe(!refused)
    }
  })

  it('says which limit was passed and what to do', async () => {
    expect(await checkBody(md(`${times('> ', 2000)}a`))).toMatchObject([
      { rule: 'size', message: 'Quotes and lists are more than 20 deep here. Use fewer levels.' },
      { rule: 'size' },
    ])
    expect(await checkBody(md(times('<div>\n\n', 200)))).toMatchObject([
      { line: expect.any(Number), message: 'This is nested more than 60 deep. Use fewer levels.' },
    ])
  })

  it('leaves room for a long, busy, honest post', async () => {
    const section = `## Heading\n\n${times('A sentence with *emphasis*, a [link](/chips) and “quotes”. ', 12)}\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`
    expect(await checkBody(md(times(section, 30)))).toEqual([])
  })
})
