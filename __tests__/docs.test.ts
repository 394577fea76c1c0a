import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { options } from '@/cli/check/options'
import { ruleCatalog, ruleNames } from '@/lib/lint/rule-catalog'

const rules = readFileSync('docs/rules.md', 'utf8')

test('docs/rules.md has every rule, as serious as the check takes it, and no other', () => {
  const rows = [...rules.matchAll(/^\| `([\w-]+)` +\| (\w+) +\| (fix|) *\| (.*) \|$/gm)]
  const documented = rows.map(([, name, severity, fix]) => ({ name, severity, isMended: fix === 'fix' }))
  const known = ruleNames.map((name) => {
    const rule = ruleCatalog[name]
    return { name, severity: rule.severity, isMended: 'fix' in rule }
  })
  const byName = (a: { name?: string }, b: { name?: string }) => (String(a.name) < String(b.name) ? -1 : 1)
  expect(documented.sort(byName)).toEqual(known.sort(byName))
  expect(rows.filter(([, , , , why]) => !why?.trim())).toEqual([])
})

test('every rule that the code names is one of them', () => {
  const files = execFileSync(
    'git',
    ['ls-files', 'lib/content', 'lib/render', 'lib/store', 'lib/lint', 'cli', ':!cli/import'],
    { encoding: 'utf8' },
  )
  const named = files
    .trim()
    .split('\n')
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\brule: '([\w-]+)'/g)].map(([, name]) => name ?? ''),
    )
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((name) => !Object.hasOwn(ruleCatalog, name))).toEqual([])
})

test('the documents use no option that the check does not know', () => {
  const documents = ['docs/rules.md', 'docs/authors.md', 'README.md', 'CONTRIBUTING.md'].map((path) =>
    readFileSync(path, 'utf8'),
  )
  const used = documents.flatMap((text) =>
    [...text.matchAll(/check:posts -- [^`\n]*?--([a-z]+)/g)].map(([, name]) => name ?? ''),
  )
  expect(used).toContain('fix')
  expect(used.filter((name) => !Object.hasOwn(options, name))).toEqual([])
})
