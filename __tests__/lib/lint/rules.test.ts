import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTools } from '@/cli/check/dictionary'
import { fixAll } from '@/cli/check/fix-all'
import { checkNewsroom } from '@/cli/check/newsroom'
import { formatProblem } from '@/lib/content/problem'
import { ruleCatalog, ruleNames } from '@/lib/lint/rule-catalog'

/**
 * One folder a rule: `failing` and `passing` hold files that are laid over the small newsroom of `newsroom/`, `says.txt`
 * what the check says of the first, `fixed` what `--fix` makes of it. `remove.txt` names what is taken away.
 */
const fixtures = join(process.cwd(), '__tests__/fixtures/rules')
const cases = readdirSync(fixtures).filter((name) => name !== 'newsroom')
const now = Date.parse('2026-06-01T12:00:00Z')

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function newsroomOf(name: string, kind: 'failing' | 'passing'): string {
  const root = mkdtempSync(join(tmpdir(), 'rule-'))
  made.push(root)
  cpSync(join(fixtures, 'newsroom'), root, { recursive: true })
  const own = join(fixtures, name, kind)
  cpSync(own, root, { recursive: true })
  const removed = join(own, 'remove.txt')
  if (existsSync(removed))
    for (const path of readFileSync(removed, 'utf8').trim().split('\n'))
      rmSync(join(root, path), { recursive: true })
  return root
}

const said = async (root: string) => (await checkNewsroom({ root, now })).problems

test('every rule has its examples', () => {
  // permalink is about site.config.ts, which is no part of a newsroom's files.
  const named = ruleNames.map((name): string => name).filter((name) => name !== 'permalink')
  // The value of any key of the head: rules that bear the key's name.
  expect(cases.toSorted()).toEqual([...named, 'key'].toSorted())
})

describe.each(cases)('%s', (name) => {
  test('what breaks the rule is told with its place, and nothing else is', async () => {
    const problems = await said(newsroomOf(name, 'failing'))
    const expected = readFileSync(join(fixtures, name, 'says.txt'), 'utf8')
    expect(`${problems.map(formatProblem).join('\n')}\n`).toBe(expected)
    const rules = new Set(problems.map(({ rule }) => rule))
    expect([...rules]).toEqual([name === 'key' ? 'sources' : name])
  })

  test('what keeps the rule is left in peace', async () => {
    expect((await said(newsroomOf(name, 'passing'))).map(formatProblem)).toEqual([])
  })
})

const mended = ruleNames.filter((name) => 'fix' in ruleCatalog[name])

test.each(mended)(
  '--fix mends %s, changes no other byte, and has nothing to do the second time',
  async (name) => {
    const root = newsroomOf(name, 'failing')
    const fixed = join(fixtures, name, 'fixed')
    const paths = readdirSync(fixed, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.md'),
    )
    const tools = await loadTools(root)
    await fixAll(root, paths, tools)
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths)
      expect(readFileSync(join(root, path), 'utf8')).toBe(readFileSync(join(fixed, path), 'utf8'))
    expect((await fixAll(root, paths, tools)).size).toBe(0)
  },
)
