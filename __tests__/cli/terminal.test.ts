import fc from 'fast-check'
import { formatAnnotation, formatLine } from '@/cli/check/print'
import { parseAuthor } from '@/lib/content/author'
import { parseFrontPage } from '@/lib/content/front-page'
import { parsePost } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'

const utf8 = new TextEncoder()

/** What moves the cursor, sets the title of the window, turns the line around or hides a part of it. */
const tricks = [
  '\u001b[2J',
  '\u001b]0;x\u0007',
  '\u009b31m',
  '\r',
  '\b',
  '\u202e',
  '\u2066',
  '\u0000',
  '\u007f',
  '\n::error::x',
]
const trick = fc.array(fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: 'binary', maxLength: 5 })), {
  maxLength: 6,
})
const text = trick.map((parts) => parts.join(''))
const keys =
  'title description author authors category tags image date updated draft slug aliases layout type series related canonical lang name links email containers breaking'
const data = fc.dictionary(
  fc.oneof(fc.constantFrom(...keys.split(' ')), text),
  fc.oneof(text, fc.array(text)),
)

const dangerous = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

test('P1: nothing in a file moves the cursor of who checks it, nor begins a command of the machine that does', () => {
  fc.assert(
    fc.property(data, text, (values, name) => {
      const bytes = utf8.encode(`---\n${JSON.stringify(values)}\n---\n${name}`)
      const file = { path: `posts/${name}.md`, bytes }
      const problems: Problem[] = [
        ...parsePost(file).problems,
        ...parseAuthor(file).problems,
        ...parseFrontPage({ path: 'front.yml', bytes: utf8.encode(JSON.stringify(values)) }).problems,
      ]
      for (const problem of problems) {
        expect(formatLine(problem, false)).not.toMatch(dangerous)
        expect(formatAnnotation(problem).replace(/^::\w+ /, '')).not.toMatch(/[\r\n]|^::/)
      }
    }),
    { numRuns: 400 },
  )
})
