import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { newsroom, post, tidyUp } from '../lib/store/newsroom'

afterAll(tidyUp)

const secret = 'p'.repeat(32)
const room = newsroom()
room.write('posts/2026-01-01-hidden.md', post({ draft: 'true' }))
room.write('posts/2026-01-02-public.md', post())
room.write('posts/2026-01-03-broken.md', '---\ntitle: [\n---\n')

const repository = process.cwd()
function preview(args: string[], env: Record<string, string> = {}) {
  const { PREVIEW_SECRET: _secret, SITE_URL: _url, ...rest } = process.env
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  const script = join(repository, 'cli', 'preview.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, script, ...args], {
    ...{ cwd: room.root, encoding: 'utf8' },
    env: { ...rest, ...env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') },
  })
  return { status, stdout, stderr }
}
const set = { PREVIEW_SECRET: secret, SITE_URL: 'https://news.example' }

test('prints the address of a draft, named by its file, and until when it works', () => {
  const { status, stdout } = preview(['posts/2026-01-01-hidden.md'], set)
  expect(stdout).toMatch(/^https:\/\/news\.example\/preview\/hidden\?token=[0-9a-z]+\.[\w-]{43}\n/)
  expect(stdout).toContain('posts/2026-01-01-hidden.md is a draft. Works until ')
  expect(status).toBe(0)
}, 60_000)

test('takes the secret from the files Next reads, and refuses to sign with none or a short one', () => {
  expect(preview(['hidden'], { PREVIEW_SECRET: 'short' })).toMatchObject({
    ...{
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('PREVIEW_SECRET is missing or shorter than 32'),
    },
  })
  room.write('.env.local', `PREVIEW_SECRET=${secret}\n`)
  expect(preview(['hidden']).stdout).toMatch(/preview\/hidden\?token=.*\n.*\nSITE_URL is not set/)
  room.remove('.env.local')
}, 60_000)

test('says so when the post is public, misspelled, broken or the command is used wrongly', () => {
  expect(preview(['public'], set).stdout).toBe(
    'posts/2026-01-02-public.md is public: https://news.example/public\n',
  )
  expect(preview(['hiden'], set)).toMatchObject({
    status: 1,
    stderr: 'There is no post "hiden". Did you mean "hidden"?\n',
  })
  expect(preview(['broken'], set)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('broken.md:2'),
  })
  expect(preview(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('PREVIEW_SECRET') })
  expect(preview(['hidden', '--hours', 'ever'], set)).toMatchObject({ status: 2, stdout: '' })
}, 60_000)

test('revokes one address, those of a post or all of them, in a file to publish', () => {
  const file = () => parse(readFileSync(join(room.root, 'previews.yml'), 'utf8'))
  const [address = ''] = preview(['hidden'], set).stdout.split('\n')
  expect(preview(['--revoke', address], set)).toMatchObject({
    ...{ status: 0, stdout: expect.stringContaining('commit and push it') },
  })
  expect(Object.keys(file().tokens)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
  // The file is public with the repository, and must not give away an address that is open until it is published.
  expect(readFileSync(join(room.root, 'previews.yml'), 'utf8')).not.toContain(address.split('.').at(-1))
  expect(preview(['--revoke', 'posts/2026-01-01-hidden.md'], set).status).toBe(0)
  expect(Object.keys(file().posts)).toEqual(['hidden'])
  const [second = ''] = preview(['hidden'], set).stdout.split('\n')
  expect(second.split('.').at(-1)).not.toBe(address.split('.').at(-1))
  expect(preview(['--revoke', 'all'], set).status).toBe(0)
  expect(file()).toMatchObject({ all: expect.any(String), posts: {}, tokens: {} })
  expect(preview(['--revoke', 'hiden'], set)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Did you mean "hidden"?'),
  })
  room.write('previews.yml', 'al: x\n')
  expect(preview(['--revoke', 'all'], set)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Unknown key "al"'),
  })
  expect(preview(['hidden'], set)).toMatchObject({ status: 1, stdout: '' })
}, 120_000)
