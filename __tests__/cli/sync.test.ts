import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const repository = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'cli-sync-'))
afterAll(() => rmSync(root, { recursive: true }))

function run(name: string, ...args: string[]) {
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') }
  const script = join(repository, 'cli', `${name}.ts`)
  const ended = spawnSync(process.execPath, ['--import', tsx, script, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { code: ended.status, lines: `${ended.stdout}${ended.stderr}`.trim().split('\n') }
}

beforeAll(() => {
  for (const folder of ['posts', 'authors']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'authors/desk.md'), '---\nname: The desk\n---\n')
  const good = '---\ntitle: Good\ndescription: All of it.\nauthor: desk\n---\n\nText.\n'
  writeFileSync(join(root, 'posts/2026-01-01-good.md'), good)
})

test('sync makes the index and says in a line what it did', () => {
  const { code, lines } = run('sync')
  expect(lines.at(-1)).toMatch(/^1 added, 0 updated, 0 removed, 0 unchanged \(\d+\.\d s\)$/)
  expect(code).toBe(0)
  expect(existsSync(join(root, '.content/index.db'))).toBe(true)
}, 30_000)

test('a post with an error is told with its place; only with --strict does that make sync fail', () => {
  const path = join(root, 'posts/2026-01-02-bad.mdx')
  writeFileSync(path, '---\ntitle: Bad\ndescription: It.\nauthor: desk\n---\n\n<Chart />\n')
  const { code, lines } = run('sync')
  expect(lines[0]).toMatch(/^posts\/2026-01-02-bad\.mdx:7:1 {2}error {2}/)
  expect(lines.at(-1)).toMatch(/^0 added, 0 updated, 0 removed, 1 unchanged/)
  expect(code).toBe(0)
  expect(run('sync', '--strict').code).toBe(1)
}, 30_000)

test('what an author has silenced, sync does not print either', () => {
  const path = join(root, 'posts/2026-01-04-known.md')
  const head = (more: string) =>
    `---\ntitle: Known\ndescription: It.\nauthor: desk\ncatgories: [News]\n${more}---\n\nText.\n`
  writeFileSync(path, head(''))
  expect(run('sync').lines.join('\n')).toContain('2026-01-04-known.md:5:1  warn')
  writeFileSync(path, head('ignore: [typo]\n'))
  expect(run('sync').lines.join('\n')).not.toContain('2026-01-04-known.md')
  rmSync(path)
}, 30_000)

test('build prints every error and stops before Next begins', () => {
  writeFileSync(join(root, 'posts/2026-01-03-worse.md'), '---\ntitle: [Worse\n---\n')
  const { code, lines } = run('build')
  expect(code).toBe(1)
  expect(lines.filter((line) => line.includes('  error  ')).map((line) => line.split(':')[0])).toEqual([
    'posts/2026-01-02-bad.mdx',
    'posts/2026-01-03-worse.md',
  ])
  expect(lines.join()).not.toContain('Next.js')
}, 30_000)

test('start builds first where that was not done, and does not serve when it cannot', () => {
  const { code, lines } = run('start', '-p', '0')
  expect(code).toBe(1)
  expect(lines.join()).toContain('posts/2026-01-03-worse.md')
  expect(lines.join()).not.toContain('Next.js')
}, 30_000)
