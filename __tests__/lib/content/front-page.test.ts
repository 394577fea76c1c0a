import { parseFrontPage } from '@/lib/content/front-page'
import { formatProblem } from '@/lib/content/problem'

const read = (text: string | Uint8Array) =>
  parseFrontPage({ path: 'front.yml', bytes: typeof text === 'string' ? Buffer.from(text) : text })
const said = (text: string) => read(text).problems.map(formatProblem)

const good = `
breaking:
  text: The court has ruled
  story: the-ruling
  until: 2026-03-16 18:00
containers:
  - layout: lead
    picks: [one, /two]
    fill: latest
  - title: Chips
    description: The hardware.
    layout: Columns
    fill: { category: Chips & Co }
  - title: By Andre
    layout: headlines
    limit: 6
    fill: { author: Andre }
`

test('a front page is an ordered list of containers, each with the number of stories its layout is made for', () => {
  const { value, problems } = read(good)
  expect(problems).toEqual([])
  expect(value).toEqual({
    breaking: { text: 'The court has ruled', story: 'the-ruling', until: '2026-03-16T18:00:00+01:00' },
    containers: [
      { layout: 'lead', picks: ['one', 'two'], fill: { by: 'latest' }, limit: 5 },
      {
        ...{ title: 'Chips', description: 'The hardware.', layout: 'columns', picks: [], limit: 3 },
        fill: { by: 'category', slug: 'chips-co', written: 'Chips & Co' },
      },
      {
        ...{ title: 'By Andre', layout: 'headlines', picks: [], limit: 6 },
        fill: { by: 'author', slug: 'andre', written: 'Andre' },
      },
    ],
  })
})

test('one pick needs no list, and one container neither', () => {
  const { value } = read('containers:\n  layout: lead\n  picks: one\n')
  expect(value?.containers).toMatchObject([{ layout: 'lead', picks: ['one'] }])
})

test('a file with a breaking line alone, or with nothing in it, leaves the containers as usual', () => {
  expect(read('breaking:\n  text: X\n  until: 2026-03-16 18:00\n').value?.containers).toEqual([])
  expect(read('# to be written\n')).toMatchObject({ value: { containers: [] }, problems: [] })
})

describe('what is wrong is said with its place', () => {
  const container = (lines: string) => `containers:\n  - ${lines.trim().split('\n').join('\n    ')}\n`
  const table: [wrong: string, file: string, problem: string][] = [
    [
      'a layout nobody knows',
      container('title: X\nlayout: big\npicks: a'),
      '3:13  error  front      Write one of',
    ],
    ['no layout', container('title: X\npicks: a'), '2:5  error  front      Write one of lead, feature,'],
    ['no title', container('layout: columns\npicks: a'), '2:5  error  front      There is no title.'],
    [
      'nothing to show',
      container('title: X\nlayout: columns'),
      '2:5  error  front      There is nothing to show.',
    ],
    [
      'a misspelled kind of filling',
      container('title: X\nlayout: columns\nfill: { categroy: Chips }'),
      '4:11  error  front      Nothing can be filled in by this. Did you mean "category"?',
    ],
    [
      'two kinds of filling',
      container('title: X\nlayout: columns\nfill: { category: Chips, tag: AI }'),
      '4:11  error  front      Nothing can be filled in by this. Write latest, or one of',
    ],
    [
      'a tag no address can be made of',
      container('title: X\nlayout: columns\nfill: { tag: "§" }'),
      '4:11  error  front      Nothing can be filled',
    ],
    [
      'a pick that is no slug',
      container('title: X\nlayout: lead\npicks: [a, "The story"]'),
      '4:16  error  front',
    ],
    [
      'no whole number',
      container('title: X\nlayout: lead\npicks: a\nlimit: 2.5'),
      '5:12  error  front      Write a',
    ],
    [
      'a limit of none',
      container('title: X\nlayout: lead\npicks: a\nlimit: 0'),
      '5:12  error  front      Write 1',
    ],
    ['a container that is none', 'containers: [lead]', '1:14  error  front      Write title, layout'],
    ['a breaking line without end', 'breaking: { text: X }', '1:11  error  front      There is no until.'],
    [
      'a breaking line that ends with a day',
      'breaking: { text: X, until: 2026-03-16 }',
      '1:29  error  front      Write the time, too',
    ],
    [
      'a breaking line that ends on a day that is none',
      'breaking: { text: X, until: 2026-02-30 10:00 }',
      '1:29  error  front      "2026-02-30 10:00" is not a day. February 2026 has 28 days.',
    ],
    ['a breaking line that is bare text', 'breaking: Now', '1:11  error  front      Write text and until.'],
    ['a list at the top', '- layout: lead\n', '1:1  error  front      Write one "key: value" a line'],
    ['YAML that does not close', 'containers: [\n', 'error  front'],
    ['an anchor', 'containers: &a []\n', '1:16  error  front'],
    ['a misspelled key', 'contaners: []\n', '1:1  warn   typo       Unknown key "contaners". Did you mean'],
    [
      'a misspelled key inside',
      container('titel: X\nlayout: lead\npicks: a'),
      '2:5  warn   typo       Unknown key "titel". Did you mean "title"?',
    ],
    [
      'a lead that is not the first',
      'containers:\n  - { title: A, layout: columns, picks: a }\n  - { layout: lead, picks: b }\n',
      '3:15  error  front      Only the first',
    ],
    [
      'a story picked twice',
      'containers:\n  - { layout: lead, picks: [a, b] }\n  - { title: A, layout: columns, picks: [b, c] }\n',
      '3:42  warn   front      "b" is picked twice.',
    ],
    [
      'more picks than fit',
      'containers:\n  - { title: A, layout: columns, picks: [a, b, c, d] }\n',
      '2:41  note   front      The first 3 that are public are shown here.',
    ],
    [
      'a lead with a title',
      'containers:\n  - { title: A, layout: lead, picks: a }\n',
      '2:14  note   front      The lead',
    ],
  ]
  test.each(table)('%s', (_wrong, file, problem) => {
    expect(said(file).join('\n')).toContain(problem.startsWith('error') ? problem : `front.yml:${problem}`)
  })
})

test('any bytes give a front page or problems, and no more than 16 KB are read', () => {
  expect(read(new Uint8Array([0xff, 0xfe, 0])).problems).toHaveLength(1)
  expect(read('# '.repeat(33_000)).problems[0]?.message).toContain('16 KB')
  expect(read('\0').value).toBeUndefined()
  expect(read('containers: {}').problems).not.toEqual([])
  for (const key of ['text', 'story', 'until'])
    expect(read(`breaking: { ${key}: { toString: [] } }`).value).toBeUndefined()
  for (const key of ['title', 'layout', 'picks', 'fill', 'limit'])
    expect(read(`containers: [{ ${key}: { toString: [] } }]`).value).toBeUndefined()
})
