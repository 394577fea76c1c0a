import { splitFrontMatter } from '@/lib/content/front-matter'
import { formatProblem } from '@/lib/content/problem'
import { cpuTime } from '../../setup/cpu-time'

const utf8 = new TextEncoder()
const split = (content: string | Uint8Array) =>
  splitFrontMatter({
    path: 'posts/a.md',
    bytes: typeof content === 'string' ? utf8.encode(content) : content,
  })
const said = (content: string | Uint8Array) => split(content).problems.map(formatProblem).join('\n')
const head = (yaml: string) => `---\n${yaml}\n---\nBody`

describe('a file in two parts', () => {
  test('head and body, and the line the body starts on', () => {
    const { value, problems } = split('---\ntitle: A\n# a comment\n---\nOne\n\n---\nTwo\n')
    expect(problems).toEqual([])
    expect(value).toMatchObject({ data: { title: 'A' }, body: 'One\n\n---\nTwo\n', bodyLine: 5 })
  })

  test('one byte order mark and Windows line ends make no difference', () => {
    const { value } = split('\ufeff---\r\ntitle: A\r\n---\r\nOne\r\n')
    expect(value).toMatchObject({ data: { title: 'A' }, body: 'One\n', bodyLine: 4 })
  })

  test('an empty head is a head, and an empty body a body', () => {
    expect(split('---\n---\nx').value).toMatchObject({ data: {}, body: 'x', bodyLine: 3 })
    expect(split('---\n# nothing\n---\nx').value).toMatchObject({ data: {}, body: 'x', bodyLine: 4 })
    expect(split('---\ntitle: A\n---').value).toMatchObject({ body: '', bodyLine: 4 })
  })

  test('a broken file is as broken when it is read again', () => {
    const broken = head('title: a: b\ndraft: true')
    expect(split(broken)).toEqual(split(broken))
    expect(split(broken).value).toBeUndefined()
  })

  test('a key and its value have a place in the file', () => {
    const { value } = split(head('title: A\ntags: [one, two]\nimage:\n  src: /a.jpg'))
    expect(value?.positionOf(['title'])).toEqual({ line: 2, column: 8 })
    expect(value?.positionOf(['title'], 'key')).toEqual({ line: 2, column: 1 })
    expect(value?.positionOf(['tags', 1])).toEqual({ line: 3, column: 13 })
    expect(value?.positionOf(['image', 'src'])).toEqual({ line: 5, column: 8 })
    expect(value?.positionOf(['image', 'src'], 'key')).toEqual({ line: 5, column: 3 })
    expect(value?.positionOf(['image', 'alt'])).toEqual({ line: 5, column: 3 })
  })
})

describe('values are kept as they were written', () => {
  test.each([
    ['date: 2023-03-16', { date: '2023-03-16' }],
    ['published: no', { published: 'no' }],
    ['version: 1.10', { version: '1.10' }],
    ['agent: 007', { agent: '007' }],
    ['year: 2024', { year: 2024 }],
    ['draft: true', { draft: true }],
    ['1: one', { '1': 'one' }],
    ['<<: { draft: true }', { '<<': { draft: true } }],
    ['title: "It \\"works\\": yes"', { title: 'It "works": yes' }],
  ])('%s', (yaml, data) => {
    expect(split(head(yaml)).value?.data).toEqual(data)
  })

  test('a key called __proto__ changes no prototype', () => {
    const data = split(head('__proto__: { draft: true }')).value?.data
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect(data?.draft).toBeUndefined()
  })
})

describe('what is refused before any YAML is read', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing at all', '', 'no front matter'],
    ['no front matter', 'Just text', 'no front matter'],
    ['a blank line first', '\n---\ntitle: A\n---\n', 'Nothing may stand before'],
    ['a space first', ' ---\ntitle: A\n---\n', 'Nothing may stand before'],
    ['spaces after the dashes', '---  \ntitle: A\n---\n', 'spaces after'],
    ['four dashes', '----\ntitle: A\n---\n', 'no front matter'],
    ['JavaScript', '---js\n{ title: globalThis.ran = 1 }\n---\n', 'YAML'],
    ['JSON', '---json\n{}\n---\n', 'YAML'],
    ['an engine from Object.prototype', '---constructor\nx\n---\n', 'YAML'],
    ['two byte order marks', '\ufeff\ufeff---\ntitle: A\n---\n', 'two byte order marks'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x2d, 0), 'UTF-16'],
    ['bytes that are not UTF-8', Uint8Array.of(0x2d, 0x2d, 0x2d, 10, 0xe9, 10), 'posts/a.md:2  error'],
    ['an overlong slash', Uint8Array.of(0xc0, 0xaf), 'not UTF-8'],
    [
      'a NUL',
      '---\ntitle: A\n---\nx\0',
      'posts/a.md:4:2  error  file       There is a control character here (U+0000)',
    ],
    ['an escape sequence', head('title: \u001b[31m'), 'U+001B'],
    ['a lone carriage return', '---\rtitle: A\r---\r', 'U+000D'],
    ['no closing line', '---\ntitle: A\n\nText', 'never ends'],
    ['a closing line with something on it', '---\ntitle: A\n--- x\nText\n---\n', 'posts/a.md:3:1'],
    ['a closing line that is too long', '---\ntitle: A\n----\nText\n---\n', 'nothing but ---'],
    ['a closing line that comes too early', '---\ntitle: A\n---\n\ndraft: true\n---\nText', 'posts/a.md:5:1'],
    ['dots that end the YAML', head('title: A\n...\ndraft: true'), 'posts/a.md:3:1'],
    ['a head over 16 KB', head(`title: ${'a'.repeat(17_000)}`), '16 KB'],
    ['a file over 512 KB', `${head('title: A')}${'a'.repeat(530_000)}`, 'the limit is 512'],
  ])('%s', (_, content, message) => {
    expect(split(content).value).toBeUndefined()
    expect(said(content)).toContain(message)
    expect('ran' in globalThis).toBe(false)
  })
})

describe('what YAML would allow, or get wrong, is refused with a remedy', () => {
  test.each([
    ['title: a: b', ':2:8', 'Write title: "a: b".'],
    ['title: The "a": b', ':2:8', 'Write title: "The \\"a\\": b".'],
    ['title: “Chips: a ruling”', ':2:8', 'Put straight ones around the whole value: title: "…".'],
    ['title: "A\ndescription: B\nauthor: c', ':2:8', 'opens at "title" is not closed'],
    ['tags:\n-chips\n-AI', ':3:1', 'a space after each hyphen'],
    ['title: "A" and b', ':2:12', 'quotes around the whole value'],
    ['title: "A', ':2', 'is not closed'],
    ['title: @home', ':2:8', 'begins with "@"'],
    ['title: *bold* move', ':2', 'begins with "*"'],
    ['title: *bold', ':2:8', 'begins with "*"'],
    ['title: &anchor x', ':2', 'begins with "&"'],
    ['title: !important x', ':2:8', 'begins with "!"'],
    ['title: !!binary aGk=', ':2', 'begins with "!"'],
    ['title: !!js/function x', ':2:8', 'begins with "!"'],
    ['title: {{ page.title }}', ':2', 'Templates'],
    ['tags: [C#, F #1]', ':2', 'not closed'],
    ['\ttitle: A', ':2:1', 'tab'],
    ['title:\n\t- A', ':3:1', 'tab'],
    ['title: A\ntitle: B', ':3:1', '"title" is there twice'],
    ['title: A\n  description: B', ':2:8', 'Take the spaces away'],
    ['title:A\ndescription: B', ':2:1', 'space is needed after the colon'],
    ['title: A\ndescription', ':3:1', 'not "key: value"'],
    ['- a\n- b', ':2:1', 'one "key: value" a line'],
    ['? a\n: b', ':2:1', 'question mark'],
    ['[a, b]: c', ':2:1', ''],
    ['%YAML 1.1', ':2', ''],
    ['a: &a [x]\nb: *a', ':2', 'begins with "&"'],
  ])('%j', (yaml, place, message) => {
    expect(split(head(yaml)).value).toBeUndefined()
    expect(said(head(yaml))).toContain(`posts/a.md${place}`)
    expect(said(head(yaml))).toContain(message)
  })

  test('one open quotation mark is one problem, whatever the lines below look like', () => {
    expect(split(head('title: "A text that\ngoes on\nand on"')).problems).toHaveLength(1)
  })

  test('text that is lost as a comment is pointed at', () => {
    expect(said(head('title: C# and F #1'))).toContain(
      'posts/a.md:2:17  warn   comment    Everything from "#1" on is lost',
    )
    expect(said(head('title: #1 in the world'))).toContain('posts/a.md:2:8  warn')
    expect(said(head('description: We are # one'))).toContain('warn')
    expect(said(head('draft: true # until Monday\ndate: 2026-01-01 10:00 # Berlin\ntitle: "A" # b'))).toBe('')
    expect(said(head('title: C# and F#'))).toBe('')
  })

  test.each([
    '{',
    '[',
    '? ',
    '[? ',
    '- ? ',
    '- ',
    'a: ',
    '[{',
    '{a: ',
    '{"a":',
    '?\n',
    '&a [',
    '"',
    '!',
    '[a,',
  ])('16 KB of %j are answered at once', (piece) => {
    const start = cpuTime()
    split(head(piece.repeat(16_000 / piece.length)))
    expect(cpuTime() - start).toBeLessThan(1500)
  })

  test('nested a little less than the limit, brackets are still answered at once', () => {
    const start = cpuTime()
    split(head(Array.from({ length: 400 }, () => `${'[{'.repeat(9)}a${'}]'.repeat(9)}`).join('\n')))
    expect(cpuTime() - start).toBeLessThan(3000)
  })
})
