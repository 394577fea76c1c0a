import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { folderWith, jekyllPost, tidyUp } from './import/old-site'

afterAll(tidyUp)

const repository = process.cwd()
const root = folderWith({ 'posts/.gitkeep': '', 'authors/.gitkeep': '' })

function run(...args: string[]) {
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') }
  const script = join(repository, 'cli/import.ts')
  const ended = spawnSync(process.execPath, ['--import', tsx, script, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { code: ended.status, said: `${ended.stdout}${ended.stderr}` }
}

test('--help says what may be written, as docs/import.md does', () => {
  const { code, said } = run('--help')
  expect(code).toBe(0)
  const docs = readFileSync('docs/import.md', 'utf8')
  const commands = [...said.matchAll(/^ {2}((?:[a-z]+ <[^>]+>)|--[a-z-]+(?: <[^>]+>)?)/gm)].map(
    ([, command = '']) => command,
  )
  expect(commands.length).toBeGreaterThan(2)
  expect(commands.filter((command) => !docs.includes(command))).toEqual([])
}, 30_000)

test.each([
  [[], 'npm run import -- <system> <source>'],
  [['jekyll'], 'npm run import -- <system> <source>'],
  [['joomla', 'x'], 'npm run import -- <system> <source>'],
  [['jekyll', '/no/such/folder'], 'There is no folder /no/such/folder.'],
  [['wordpress', '/no/such/file'], 'There is no file /no/such/file.'],
  [['ghost', 'package.json', '--files', '/no'], 'There is no'],
  [['constructor', 'x'], 'npm run import -- <system> <source>'],
  [['jekyll', '.', '--unknown'], "Unknown option '--unknown'"],
])(
  '%j is refused with a word',
  (args, message) => {
    const { code, said } = run(...args)
    expect(code).toBe(1)
    expect(said).toContain(message)
  },
  30_000,
)

test('a folder that is no Jekyll site is refused, not imported as an empty one', () => {
  const { code, said } = run('jekyll', folderWith({ 'docs/_posts/2020-01-01-a.md': jekyllPost('A.') }))
  expect(code).toBe(1)
  expect(said).toContain('There is no _config.yml and no _posts in')
  expect(said).toContain('docs')
}, 30_000)

test('a dry run writes nothing, an import ends with what it did, and a body too heavy is refused', () => {
  const old = folderWith({
    '_posts/2020-01-01-a.md': jekyllPost('A.'),
    '_posts/2020-01-02-heavy.md': jekyllPost('*a_'.repeat(20_000)),
  })
  expect(run('jekyll', old, '--dry-run').said).toContain('Nothing was written: this was a dry run.')
  expect(existsSync(join(root, 'posts/2020-01-01-a.md'))).toBe(false)
  const { code, said } = run('jekyll', old)
  expect(said).toContain('_posts/2020-01-02-heavy.md  error  size')
  expect(said).toContain('1 post, 1 author, 0 pictures, 1 redirect')
  expect(code).toBe(1)
  expect(existsSync(join(root, 'posts/2020-01-01-a.md'))).toBe(true)
  expect(existsSync(join(root, 'posts/2020-01-02-heavy.md'))).toBe(false)
}, 60_000)
