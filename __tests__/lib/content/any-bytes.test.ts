import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseAuthor } from '@/lib/content/author'
import { parseFrontPage } from '@/lib/content/front-page'
import { parsePost } from '@/lib/content/post'
import { hasErrors } from '@/lib/content/problem'

/** A Post, an Author, a Front, or Problems: never both an error and a value, never neither, every place inside the file. */
function check(path: string, bytes: Uint8Array) {
  for (const read of [parsePost, parseAuthor, parseFrontPage]) {
    const { value, problems } = read({ path, bytes })
    expect(value === undefined).toBe(hasErrors(problems))
    for (const { file, line = 1, column = 1, message } of problems) {
      expect(file).toBe(path)
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
      expect(message.length).toBeLessThan(600)
    }
  }
}

const utf8 = new TextEncoder()
const pieces = fc.constantFrom(
  ...[
    '---',
    '\n',
    ' ',
    ': ',
    'title: ',
    'draft: ',
    'image: ',
    'tags: ',
    'date: ',
    'true',
    'null',
    '[',
    ']',
    '{',
    '}',
    ',',
  ],
  ...[
    '"',
    "'",
    '#',
    '- ',
    '&a',
    '*a',
    '!!str',
    '|',
    '>',
    '2026-02-30',
    '\ufeff',
    '\0',
    '\r',
    '<<: ',
    '__proto__: ',
    '9e999',
  ],
)
const key = fc.constantFrom(
  ...'title description authors categories tags image date updated draft published slug aliases layout type'.split(
    ' ',
  ),
  ...'series related corrections keyPoints sources contributors canonical lang toc name links email'.split(
    ' ',
  ),
)

describe('P2: whatever lies in posts/ or authors/ is read, or told in problems', () => {
  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => check('posts/2026-01-01-a.md', bytes)),
    )
  })

  test('any mixture of what front matter is made of', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (mix) => {
        check('posts/2026-01-01-a.mdx', utf8.encode(`---\n${mix.join('')}\n---\n`))
      }),
      { numRuns: 500 },
    )
  })

  test('any value under any key', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), fc.string(), (data, name) => {
        // JSON is YAML.
        check(`posts/${name}.md`, utf8.encode(`---\n${JSON.stringify(data)}\n---\nText`))
      }),
      { numRuns: 500 },
    )
  })

  test.each(['published', 'draft', 'layout', 'date', 'title', 'ignore'])(
    'a mapping that cannot be text as %s',
    (key) => {
      check('posts/2026-01-01-a.md', utf8.encode(`---\n${key}: { toString: [] }\n---\nText`))
    },
  )

  test('any value under any key of a front page', () => {
    const frontKey = fc.constantFrom(
      ...'title description layout picks fill limit text story until category'.split(' '),
    )
    const words = fc.constantFrom('lead', 'latest', 'columns', 'a-story', 3, '2026-05-20 14:00')
    const inner = fc.dictionary(frontKey, fc.oneof(words, fc.jsonValue()))
    const containers = fc.oneof(fc.array(inner), inner, fc.jsonValue())
    fc.assert(
      fc.property(fc.record({ breaking: inner, containers }, { requiredKeys: [] }), (data) =>
        check('front.yml', utf8.encode(JSON.stringify(data))),
      ),
      { numRuns: 500 },
    )
  })

  test('any text as a title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
        check('posts/2026-01-01-a.md', utf8.encode(`---\ntitle: ${JSON.stringify(title)}\n---\nText`))
      }),
    )
  })

  test.each(['18f/_posts', 'jekyll/docs/_posts'])('every post of %s', (folder) => {
    const directory = `${process.cwd()}/../shared/corpora/${folder}`
    if (!existsSync(directory)) return console.warn(`${folder} does not lie beside this checkout; skipped.`)
    for (const name of readdirSync(directory)) check(`posts/${name}`, readFileSync(`${directory}/${name}`))
  })
})
