import { parseGone } from '@/lib/content/gone'

const read = (text: string) => parseGone({ path: 'gone.yml', bytes: Buffer.from(text) })

test('each address with its reason, in the form in which addresses are asked for', () => {
  expect(
    read('/chips: It was wrong.\n/2023/über.html/: Withdrawn.\nplain: Asked for.\n').value,
  ).toMatchObject([
    { path: '/chips', reason: 'It was wrong.', line: 1 },
    { path: '/2023/%C3%BCber.html', reason: 'Withdrawn.', line: 2 },
    { path: '/plain', reason: 'Asked for.', line: 3 },
  ])
  for (const empty of ['', '\n', '# nothing yet\n']) expect(read(empty).value).toEqual([])
})

test.each([
  ['/chips:', 1, 'Write behind /chips why the story is gone. Readers see it.'],
  ['/a: x\n/chips: ""', 2, 'Write behind /chips why the story is gone. Readers see it.'],
  ['https://example.org/chips: x', 1, 'Write the old path only'],
  ['/a: x\n/chips?x=1: x', 2, 'Write the old path only'],
  ['/chips: x\n/chips/: y', 2, '/chips stands here twice.'],
  ['/chips: [x]', 1, 'The reason for /chips: '],
  [`/chips: ${'x'.repeat(501)}`, 1, 'The reason for /chips: This has 501 characters'],
  ['- /chips', 1, 'Write one "key: value" a line here.'],
])('%j is an error with its place', (text, line, message) => {
  const { value, problems } = read(text)
  expect(value).toBeUndefined()
  expect(problems).toMatchObject([
    { file: 'gone.yml', line, severity: 'error', rule: 'gone', message: expect.stringContaining(message) },
  ])
})

test('what is no text at all is an error, too', () => {
  for (const text of ['\ufffe', 'a: &x y', 'x'.repeat(2_000_000)]) expect(read(text).value).toBeUndefined()
})
