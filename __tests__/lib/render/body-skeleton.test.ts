import fc from 'fast-check'
import { byPosition } from '@/lib/content/problem'
import { collectProblems } from '@/lib/render/body'
import { reduceToSkeleton } from '@/lib/render/body-skeleton'
import { checkBody, inspectBody } from '@/lib/render/check'
import { mdx } from './render-body'

const times = Number(process.env.FUZZ ?? 1)

test('of an ordinary story little is left to parse: one of each kind of line, and all that may be wrong', () => {
  const story = `The minister spoke.\nAt length.\n\n## Why\n\n- One\n- Two\n\nNobody listened.\n\n<Note title="Why">\n\nSo.\n\nAnd so.\n\n</Note>\n\nSee [it](https://example.com).\n\nNobody.\n`
  expect(reduceToSkeleton(story)?.trim().split(/\n+/)).toEqual(
    'x,x,## x,- x,- x,x,<Note title="x">,x,</Note>,See [it](https://example.com).,x'.split(','),
  )
})

test.each(['A {value} here.', '<Figure\n  src="x"\n/>', 'A <Note> inside.', 'Less: 3 < 4.'])(
  'where a line may mean something else than it looks like there is no short way: %j',
  (body) => expect(reduceToSkeleton(body)).toBeUndefined(),
)

const words = 'The minister,import this,export that,see www.a.b,go to https://a b,"so",x,Was it?'.split(',')
const line = fc.oneof(
  fc.constantFrom(...words, ...words.map((text) => `- ${text}`), ...words.map((text) => `## ${text}`)),
  fc.constantFrom(
    ...[
      '- **2019** It began',
      '1. One',
      '> Said',
      '  more',
      '---',
      '===',
      '| a | b |',
      '|---|---|',
      '```',
      '*',
      '![a](b.png)',
    ],
    ...[
      '[a](javascript:b)',
      '[a]: javascript:b',
      '[^1]: note',
      '<Chart />',
      '<Note>',
      '</Note>',
      '<Note kind="wrong">',
    ],
    ...[
      '<PullQuote>',
      '</PullQuote>',
      '<Timeline>',
      '</Timeline>',
      '<Gallery>',
      '</Gallery>',
      '<FactBox title="a">',
    ],
    ...[
      '</FactBox>',
      '<Figure src="assets/a.png" alt="a" />',
      '<Post slug="a" />',
      '<Post slug="A b" />',
      '<Post slug="a-b" />',
      '<Post title="So" />',
      '<Figure src="assets/../a.png" alt="a" />',
      '<Figure src="/assets/b/c-1.jpg" alt="Said, as it was" caption="&amp;" />',
      `<Figure src="assets/a.png" alt="${'So '.repeat(200)}" />`,
      '{a}',
      '<b>',
    ],
  ),
)
const body = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n', '\n \n')), { maxLength: 16 })
  .map((lines) => lines.flat().join(''))

test(
  'P1: the short way finds something wrong wherever there is, and what is told is what the long one tells',
  async () => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const { problems, report } = collectProblems(mdx(text))
        inspectBody(mdx(text), report)
        expect(await checkBody(mdx(text))).toEqual(problems.sort(byPosition))
      }),
      { numRuns: 500 * times },
    )
  },
  60_000 * times,
)
