import { readGone } from '@/lib/content/gone'

const read = (text: string) => readGone({ path: 'gone.yml', bytes: Buffer.from(text) })

test('each address with its reason, in the form in which addresses are asked for', () => {
  expect(
    read('/chips: It was wrong.\n/2023/über.html/: Withdrawn.\nplain: Asked for.\n').value,
  ).toMatchObject([
    { path: '/chips', reason: 'It was wrong.' },
    { path: '/2023/%C3%BCber.html', reason: 'Withdrawn.' },
    { path: '/plain', reason: 'Asked for.' },
  ])
  for (const empty of ['', '\n', '# nothing yet\n']) expect(read(empty).value).toEqual([])
})

test.each([
  ['/chips:', 1, 'Write why the story is gone, in a sentence for readers.'],
  ['/a: x\n/chips: ""', 2, 'Write why the story is gone, in a sentence for readers.'],
  ['https://example.org/chips: x', 1, 'Write the old path only'],
  ['/a: x\n/chips?x=1: x', 2, 'Write the old path only'],
  ['/chips: x\n/chips/: y', 2, '/chips stands here twice.'],
  ['/chips: [x]', 1, 'Text is needed here'],
  ['/chips: true', 1, 'Write why the story is gone'],
  ['/chips: Yes', 1, 'Write why the story is gone'],
  [`/chips: ${'x'.repeat(501)}`, 1, 'This has 501 characters'],
  ['- /chips', 1, 'Write one "key: value" a line here.'],
])('%j is an error with its place', (text, line, message) => {
  const { value, problems } = read(text)
  expect(value).toBeUndefined()
  expect(problems).toMatchObject([
    { file: 'gone.yml', line, severity: 'error', rule: 'gone', message: expect.stringContaining(message) },
  ])
})

test('what is no text at all is an error, too', () => {
  for (const text of ['\ufffe', 'a: &x y', 'x'.repeat(70_000)]) expect(read(text).value).toBeUndefined()
})
