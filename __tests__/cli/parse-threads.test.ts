import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const repository = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'parse-threads-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Runs a program as the commands run. */
function run(...args: string[]) {
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') }
  const ended = spawnSync(process.execPath, ['--import', tsx, ...args], { cwd: root, env, encoding: 'utf8' })
  return `${ended.stdout}${ended.stderr}`.trim().split('\n')
}

const story = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: It.\nauthor: desk\n---\n\n${text}\n`

test('a first sync of thousands of stories, which threads read, says what a small one would say', () => {
  for (const folder of ['posts', 'authors']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'authors/desk.md'), '---\nname: The desk\n---\n')
  for (let n = 0; n < 2100; n++)
    writeFileSync(join(root, `posts/2026-01-01-s-${n}.md`), story(`S ${n}`, 'Text.'))
  writeFileSync(join(root, 'posts/2026-01-02-bad.mdx'), story('Bad', '<Chart />'))
  writeFileSync(
    join(root, 'posts/2025-01-01-card.mdx'),
    story('Card', '<Post slug="s-7" />\n\n<Post slug="none" />'),
  )
  const lines = run(join(repository, 'cli/sync.ts'))
  expect(lines.slice(0, -1).map((line) => line.replace(/ {2}.*/, ''))).toEqual([
    'posts/2025-01-01-card.mdx:9:1',
    'posts/2026-01-02-bad.mdx:7:1',
  ])
  expect(lines.at(-1)).toMatch(/^2,101 added, 0 updated, 0 removed, 0 unchanged/)
  expect(run(join(repository, 'cli/sync.ts')).at(-1)).toMatch(
    /^0 added, 0 updated, 0 removed, 2,101 unchanged/,
  )
}, 60_000)

test('a thread that fails is no end of waiting: the sync hears of it, and so does whoever asks after that', () => {
  const script = join(root, 'failing.mts')
  writeFileSync(
    script,
    `import { startParseThreads } from '@/cli/parse-threads'
    const crew = startParseThreads(${JSON.stringify(root)})
    const said = (promise) => promise.then(() => 'fine', (error) => error.name)
    console.log(await said(crew.parseFiles([null])), await said(crew.parseFiles([])))
    await crew.close()`,
  )
  expect(run(script)).toEqual(['TypeError TypeError'])
}, 60_000)
