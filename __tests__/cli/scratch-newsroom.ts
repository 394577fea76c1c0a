import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const repository = process.cwd()

/** A small newsroom in a folder of its own, and the real commands run in it as an author would. */
export function scratchNewsroom() {
  const root = mkdtempSync(join(tmpdir(), 'desk-'))
  const write = (path: string, text: string) => {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'posts'))
  write('authors/desk.md', '---\nname: The desk\nemail: desk@example.org\n---\n\nWe write.\n')
  return {
    root,
    write,
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    git: (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim(),
    run: (name: string, ...args: string[]) => run(root, name, args),
    close: () => rmSync(root, { recursive: true }),
  }
}

/** Without a terminal: in a pipe, as in CI. */
function run(root: string, name: string, args: string[]) {
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  const { FORCE_COLOR: _, ...inherited } = process.env
  const env = { ...inherited, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json'), SITE_URL: '' }
  const script = join(repository, 'cli', `${name}.ts`)
  const ended = spawnSync(process.execPath, ['--import', tsx, script, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  const lines = ended.stdout.trim().split('\n')
  return { code: ended.status, out: ended.stdout, lines, said: ended.stderr.trim() }
}

/** A post in which nothing is to be remarked upon, but for what is given. */
export function postText(fields: Record<string, string> = {}, body = 'The court ruled on Tuesday.'): string {
  const all = {
    title: 'The court rules on chips',
    description: 'A ruling that concerns every company which makes chips.',
    author: 'desk',
    ...fields,
  }
  const head = Object.entries(all).map(([key, value]) => `${key}: ${value}`)
  return `---\n${head.join('\n')}\n---\n\n${body}\n`
}
