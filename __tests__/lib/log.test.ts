import fc from 'fast-check'
import { logLine, withoutCredentials } from '@/lib/log'

const now = new Date('2026-05-20T12:00:00Z')

test('a line for people, and the same as JSON', () => {
  const fields = { file: 'posts/2026-05-20-chips.md', line: 4, column: undefined, rule: 'date' }
  expect(logLine('held-back', fields, now, false)).toBe(
    '2026-05-20T12:00:00.000Z warn  held-back file=posts/2026-05-20-chips.md line=4 rule=date',
  )
  expect(JSON.parse(logLine('held-back', fields, now, true))).toEqual({
    ...{ time: '2026-05-20T12:00:00.000Z', level: 'warn', event: 'held-back' },
    ...{ file: 'posts/2026-05-20-chips.md', line: 4, rule: 'date' },
  })
})

test('a name of a file that holds another line is one field of one line', () => {
  const file =
    'posts/a.md rule=none\n2026-05-20T12:00:00.000Z error publication-failed reason="\u001b[2J\u0085\u2028\u202e'
  const line = logLine('held-back', { file, rule: 'date' }, now, false)
  expect(line).toBe(
    '2026-05-20T12:00:00.000Z warn  held-back file="posts/a.md rule=none\\n2026-05-20T12:00:00.000Z error ' +
      'publication-failed reason=\\"\\u001b[2J\\u0085\\u2028\\u202e" rule=date',
  )
  expect(JSON.parse(logLine('held-back', { file }, now, true)).file).toBe(file)
})

test('whatever a value holds: one line, no control character, nothing lost in JSON', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(anything, anything, (file, rule) => {
      for (const json of [true, false]) {
        const line = logLine('held-back', { file, rule }, now, json)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
        if (json) expect(JSON.parse(line)).toMatchObject({ file, rule })
        // Quotes apart, an equals sign only ever stands behind a field's own name.
        else expect(line.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/\S+(?==)/g)).toEqual(['file', 'rule'])
      }
    }),
  )
})

test('long values and long lists end', () => {
  const long = logLine('publication-failed', { source: 'webhook', reason: 'x'.repeat(100_000) }, now, true)
  expect(long.length).toBeLessThan(1000)
})

test('what git says of an address comes without its password', () => {
  for (const said of [
    "fatal: unable to access 'https://desk:s3cret@example.org/site.git/': Could not resolve host",
    'https://s3cret@example.org/x',
    'https://desk:s3c@cret@s3cret@example.org/x',
    'ssh://git:s3cret@example.org/x',
    'remote: ghp_s3cret0123456789 is not valid',
    'GET https://example.org/x?access_token=s3cret&y',
    'Authorization: Basic s3cret',
  ]) {
    expect(withoutCredentials(said)).not.toMatch(/s3c/)
  }
  expect(withoutCredentials("fatal: couldn't find remote ref main")).toBe(
    "fatal: couldn't find remote ref main",
  )
})
