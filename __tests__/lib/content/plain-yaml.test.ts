import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseSimpleYaml } from '@/lib/content/plain-yaml'
import { parseYamlMapping } from '@/lib/content/yaml-mapping'

/** What the parser itself says: a comment is nothing that can be read plainly, and changes nothing. */
const parsed = (text: string) => parseYamlMapping(`${text}\n#\n`)

function agrees(text: string): boolean {
  const plain = parseSimpleYaml(text)
  if (plain === undefined) return false
  const { data, problems } = parsed(text)
  expect({ text, data: plain, problems: [] }).toEqual({ text, data, problems })
  return true
}

const sign = fc.constantFrom(
  ...'abzAZé人ñ019 .,:;-_/+&%$#!?\'"’“”–…()[]{}|>*@`~=<^\\\t\u00a0\u2028\u0085\u200b',
  ...[
    'true',
    'no',
    'null',
    '~',
    '2026-03-16',
    '10:00',
    '+0000',
    ': ',
    ' #',
    '- ',
    '0x1f',
    '1e3',
    '.inf',
    '<<',
  ],
)
const piece = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(''))
const value = fc.oneof(
  piece,
  fc.tuple(fc.constantFrom('a', 'Über', 'No', '2'), piece).map((parts) => parts.join('')),
  fc.array(piece, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
  piece.map((text) => `"${text}"`),
  fc.tuple(piece, piece).map(([a, b]) => `{ src: ${a}, alt: ${b} }`),
)
const key = fc.oneof(fc.constantFrom('title', 'tags', 'image', 'true', 'constructor', '__proto__'), piece)
const head = fc
  .array(
    fc.oneof(
      fc.tuple(key, value).map(([a, b]) => `${a}: ${b}`),
      piece,
    ),
    { maxLength: 4 },
  )
  .map((lines) => lines.join('\n'))

describe('front matter that is read plainly', () => {
  test('says what the YAML parser says, whatever stands there', () => {
    let read = 0
    fc.assert(
      fc.property(head, (text) => {
        read += Number(agrees(text))
      }),
      { numRuns: 20_000 },
    )
    expect(read).toBeGreaterThan(500)
  })

  test('is that of most posts, and says the same of them', () => {
    const heads = readdirSync('posts', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.mdx?$/.test(name))
      .map((name) => readFileSync(join('posts', name), 'utf8').split('\n---')[0]?.slice(4) ?? '')
    expect(heads.filter(agrees).length).toBeGreaterThan(heads.length / 2)
  })

  test.each([
    ['title: 2024'],
    ['title: A: b'],
    ['title: A #1'],
    ['title: "a\\n"'],
    ['draft: True'],
    ['title: A\n  and more'],
    ['title: A\ntitle: B'],
    ['tags: [a, [b]]'],
    ['title: &a b'],
    ['- title'],
    ['image:'],
    ['image:\n  src: /a.svg\n\n  alt: A'],
    ['image:\n  src: /a.svg\n    alt: A'],
    ['tags:\n- a'],
  ])('leaves to the parser what could mean something else: %j', (text) => {
    expect(parseSimpleYaml(text)).toBeUndefined()
  })

  test('a key has the same place as ever', () => {
    const text = '\ntitle: A\ntags: [one, two]\n'
    expect(parseYamlMapping(text).positionOf(['tags', 1])).toEqual(parsed(text).positionOf(['tags', 1]))
    expect(parseYamlMapping(text).positionOf(['tags', 1])).toEqual({ line: 3, column: 13 })
  })
})
