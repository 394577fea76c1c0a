import { execFileSync } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { copyBuiltSite, runSync } from './built-site'
import { serve } from './scratch-site'

/** A running server that follows a branch, and pushes that contain more than posts. */
const port = Number(process.env.E2E_PORT ?? 3210) + 5
const secret = 'a-secret-of-more-than-thirty-two-characters'
const desk = join(process.cwd(), '.scratch', 'content-only-desk')
const remote = join(process.cwd(), '.scratch', 'content-only-remote.git')
const pwned = join(process.cwd(), '.scratch', 'content-only-pwned')
let folder: string
let server: Awaited<ReturnType<typeof serve>>
const git = (cwd: string, args: string[], input?: string) =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    ...{ cwd, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] },
  })

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  for (const old of [desk, remote, pwned]) rmSync(old, { recursive: true, force: true })
  folder = copyBuiltSite('content-only')
  await runSync(folder)
  git(folder, ['init', '-q', '-b', 'main'])
  git(folder, ['add', '-A'])
  git(folder, ['commit', '-q', '-m', 'The site'])
  git(folder, ['clone', '-q', '--bare', folder, remote])
  git(folder, ['remote', 'add', 'origin', remote])
  git(folder, ['clone', '-q', remote, desk])
  const env = { REVALIDATE_SECRET: secret, PORT: String(port) }
  server = await serve(folder, ['npx', 'next', 'start', '-p', `${port}`], port, env)
})
test.afterAll(() => server?.stop())

const post = (title: string) =>
  `---\ntitle: ${title}\ndescription: Pushed to a running server.\nauthor: desk\ncategories: [Chips]\n---\n\nText.\n`

function write(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(desk, path, '..'), { recursive: true })
    writeFileSync(join(desk, path), text)
  }
}
function push() {
  git(desk, ['add', '-A', '-f'])
  git(desk, ['commit', '-q', '-m', 'A push'])
  git(desk, ['push', '-q', 'origin', 'main'])
}
async function hook() {
  const body = JSON.stringify({ ref: 'refs/heads/main', id: randomUUID() })
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const headers = { 'X-GitHub-Event': 'push', 'X-Hub-Signature-256': signature }
  const answer = await fetch(`${server.url}/api/revalidate`, { method: 'POST', body, headers })
  return { status: answer.status, ...(await answer.json()) }
}
const ready = async () => (await fetch(`${server.url}/api/health/ready`)).json()
const has = async (path: string, text: string) =>
  (await (await fetch(server.url + path)).text()).includes(text)

test('P20: of a push with an index, scripts, settings, hooks and symlinks, only the story is published', async () => {
  const evil = `require('fs').writeFileSync(${JSON.stringify(pwned)}, '')\n`
  const packageText = readFileSync(join(desk, 'package.json'), 'utf8')
  write({
    '.content/index.db': 'not an index',
    'package.json': packageText.replace(/"sync": "[^"]*"/, `"sync": "touch ${pwned}"`),
    'cli/sync.ts': evil,
    'lib/publish/publish.ts': evil,
    'next.config.js': evil,
    '.npmrc': 'script-shell=/bin/false\n',
    '.gitattributes': '* filter=evil\n',
    'posts/.gitattributes': '* filter=evil\n',
    'posts/.git-config': `[filter "evil"]\n\tsmudge = touch ${pwned}\n`,
    'hooks/post-merge': `#!/bin/sh\ntouch ${pwned}\n`,
    '.gitmodules': `[submodule "x"]\n\tpath = posts/x\n\turl = ext::sh -c touch% ${pwned}\n`,
    'posts/--upload-pack=touch pwned.md': post('An option'),
    'posts/2026-02-01-pushed.md': post('Fresh from the desk'),
  })
  symlinkSync('/etc/passwd', join(desk, 'public/passwd.txt'))
  symlinkSync('../package.json', join(desk, 'posts/2026-02-01-link.md'))
  git(desk, ['config', 'filter.evil.clean', 'cat'])
  push()
  const before = readFileSync(join(folder, 'package.json'), 'utf8')
  const answer = await hook()
  expect(answer).toMatchObject({ status: 200, added: 1, removed: 0 })
  expect(answer.needsDeployment).toEqual(
    expect.arrayContaining([
      '.content/index.db',
      '.gitattributes',
      'cli/sync.ts',
      'next.config.js',
      'package.json',
    ]),
  )
  expect(answer.refused.map(({ path }: { path: string }) => path).sort()).toEqual([
    ...['posts/--upload-pack=touch pwned.md', 'posts/.git-config', 'posts/.gitattributes'],
    ...['posts/2026-02-01-link.md', 'public/passwd.txt'],
  ])
  await expect.poll(() => has('/pushed', 'Fresh from the desk'), { timeout: 10_000 }).toBe(true)
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(before)
  for (const path of ['.npmrc', 'hooks', '.gitmodules', 'public/passwd.txt'])
    expect(existsSync(join(folder, path))).toBe(false)
  expect(await has('/passwd.txt', 'root:')).toBe(false)
  expect(await ready()).toMatchObject({ ready: true, needsDeployment: answer.needsDeployment })
  expect(server.output()).toContain('needs-deployment')
})

test('P20: a missing index is rebuilt by the deployed sync code, not by pushed code', async () => {
  rmSync(join(folder, '.content/index.db'))
  write({ 'posts/2026-02-02-after.md': post('After the index was gone') })
  push()
  expect((await hook()).status).toBe(200)
  await expect.poll(() => has('/after', 'After the index was gone'), { timeout: 20_000 }).toBe(true)
  expect(existsSync(pwned)).toBe(false)
})

test('P20: replacing posts/ by a symlink to /etc removes no story', async () => {
  const oid = git(desk, ['hash-object', '-w', '--stdin'], '/etc').trim()
  git(desk, ['rm', '-r', '-q', '--cached', 'posts'])
  git(desk, ['update-index', '--add', '--cacheinfo', `120000,${oid},posts`])
  git(desk, ['commit', '-q', '-m', 'A link'])
  git(desk, ['push', '-q', 'origin', 'main'])
  const answer = await hook()
  expect(answer).toMatchObject({ status: 200, removed: 0 })
  expect(answer.refused.map(({ path }: { path: string }) => path)).toContain('posts')
  expect((await fetch(`${server.url}/pushed`)).status).toBe(200)
  expect(existsSync(pwned)).toBe(false)
})
