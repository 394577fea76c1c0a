import { readYaml } from '@/cli/import/yaml'

test('YAML is read as Ruby reads it, but numbers and times stay as they were written', () => {
  const text =
    'a: yes\nb: 1.10\nc: 12:30\nd: &x {k: 1}\ne: {<<: *x, j: 2}\nb: 1.20\nf: 2015-03-17\ng: 2015-03-17 14:00:00\n'
  expect(readYaml(text)).toEqual({
    data: {
      a: true,
      b: '1.20',
      c: '12:30',
      d: { k: 1 },
      e: { k: 1, j: 2 },
      f: '2015-03-17',
      g: '2015-03-17 14:00:00 +00:00',
    },
  })
})

test.each([
  ['what is no mapping', '- a\n- b\n'],
  ['an open quotation mark', 'title: "open\n'],
  ['brackets without end', '{'.repeat(500)],
  ['question marks without end', '? '.repeat(500)],
])('%s is refused and nothing of it read', (_, text) => {
  const { data, fault } = readYaml(text)
  expect(data).toEqual({})
  expect(fault?.line).toBeGreaterThan(0)
})

test('anchors that stand for gigabytes are refused', () => {
  const lines = Array.from(
    { length: 9 },
    (_, level) => `k${level}: &k${level} [${level === 0 ? 'x' : `${`*k${level - 1},`.repeat(9)}`}]`,
  )
  expect(readYaml(lines.join('\n')).fault?.message).toContain('resource exhaustion')
})

test('a key may be called like a part of every object', () => {
  expect(Object.keys(readYaml('constructor: 1\n__proto__: 2\n').data)).toContain('constructor')
  expect({}.toString).toBeInstanceOf(Function)
})
