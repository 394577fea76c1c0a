import { existsSync, readFileSync } from 'node:fs'

const rows = [...readFileSync('docs/reliability.md', 'utf8').matchAll(/^\| P(\d+) .*\| (.*) \|$/gm)]

test('docs/reliability.md has all promises that are tested here', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual([
    ...Array.from({ length: 14 }, (_, i) => i + 1),
    ...[15, 16, 17, 18, 19, 20],
  ])
})

test.each(rows.map(([, number, where]) => [`P${number}`, where ?? '']))(
  'the tests of %s are where it says, under that name',
  (promise, where) => {
    const files = [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      expect({ file, exists: existsSync(file) }).toEqual({ file, exists: true })
      expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`\\b${promise}[:,]`))
    }
  },
)
