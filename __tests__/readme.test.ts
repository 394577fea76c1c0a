import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const documents = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts

test.each(documents)('every path that %s names exists', (document) => {
  const text = readFileSync(document, 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) =>
    join(dirname(document), path ?? ''),
  )
  const paths = [...text.matchAll(/`((?:app|components|lib|cli|docs|posts|__tests__)\/[\w./[\]-]*)`/g)].map(
    ([, path]) => path ?? '',
  )
  const example = 'posts/2026-11-23-a-short-name.md'
  const found = [...links, ...paths].filter((path) => path !== example)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((path) => !existsSync(path))).toEqual([])
})

test.each(documents)('every command that %s names exists', (document) => {
  const text = readFileSync(document, 'utf8')
  const named = [...text.matchAll(/npm (?:run )?([a-z][a-z0-9:]*)/g)].map(([, name]) => name ?? '')
  expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([])
})

test('the README is short', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(120)
})
