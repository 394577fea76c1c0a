import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { jest } from '@jest/globals'
import { checkNewsroom } from '@/cli/check/newsroom'
import { formatLocation } from '@/lib/content/problem'
import { openStore } from '@/lib/store/open'
import { syncStore } from '@/lib/store/sync/sync'
import { postText, scratchNewsroom } from './scratch-newsroom'

jest.setTimeout(300_000)

const newsroom = scratchNewsroom()
newsroom.write('posts/2026-01-01-plain.md', postText())
newsroom.write('.content/secret.txt', 'not for readers')
afterAll(newsroom.close)
beforeEach(() => {
  for (const name of ['public', '.git']) rmSync(join(newsroom.root, name), { recursive: true, force: true })
})

/** Errors about public/, as the check finds them and as the sync does, which the build fails with. */
async function refusals() {
  const { problems } = await checkNewsroom({ root: newsroom.root, now: Date.now() })
  const archive = openStore(at('.content/index.db'))
  try {
    const report = await syncStore(archive, { root: newsroom.root, now: new Date() })
    const [checked, synced] = [problems, report.problems].map((all) =>
      all.filter(({ file, severity }) => /^public(\/|$)/.test(file) && severity === 'error'),
    )
    return { checked, synced }
  } finally {
    archive.close()
  }
}

const at = (path: string) => join(newsroom.root, path)
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'

const cases: Record<string, [make: () => void, refused: string[]]> = {
  'public -> .': [() => symlinkSync('.', at('public')), ['public']],
  'public -> .content': [() => symlinkSync('.content', at('public')), ['public']],
  'public -> a folder that is not there': [() => symlinkSync('none', at('public')), ['public']],
  'public is a file': [() => writeFileSync(at('public'), 'x'), ['public']],
  'a folder that leads back': [() => symlinkSync('..', at('public/loop')), ['public/loop']],
  'a folder of posts': [() => symlinkSync('../posts', at('public/assets')), ['public/assets']],
  'a folder within a folder': [
    () => {
      mkdirSync(at('public/a/b'), { recursive: true })
      symlinkSync('/etc', at('public/a/b/c'))
    },
    ['public/a/b/c'],
  ],
  'a file of the machine': [() => symlinkSync('/etc/passwd', at('public/x.txt')), ['public/x.txt']],
  'a link to a file beside it': [
    () => {
      newsroom.write('public/a.svg', drawing)
      symlinkSync('a.svg', at('public/b.svg'))
    },
    ['public/b.svg'],
  ],
  'a pipe': [() => execFileSync('mkfifo', [at('public/pipe.png')]), ['public/pipe.png']],
  'a repository of its own': [() => newsroom.write('public/theirs/.git', 'gitdir: x'), ['public/theirs']],
  'files that run, or hide what they are': [
    () => {
      newsroom.write('public/page.html', '<script>1</script>')
      newsroom.write('public/deep/er/page.xhtml', '<html/>')
      newsroom.write('public/assets/evil.svg', drawing.replace('/>', ' onload="alert(1)"/>'))
      newsroom.write('public/assets/svg.png', drawing)
      newsroom.write('public/assets/html.txt', '<!doctype html><script>1</script>')
      newsroom.write('public/.hidden/x.svg', drawing)
      newsroom.write('public/none', 'x')
      newsroom.write('public/robots.txt', 'User-agent: *')
    },
    [
      'public/.hidden',
      'public/assets/evil.svg:1:81',
      'public/assets/html.txt:1:1',
      'public/assets/svg.png',
      'public/deep/er/page.xhtml',
      'public/none',
      'public/page.html',
      'public/robots.txt',
    ],
  ],
}

describe.each(['not tracked by git', 'tracked by git'])('%s', (how) => {
  test.each(Object.entries(cases))(
    'P17: check and sync, and the build with it, refuse alike: %s',
    async (_name, [make, expected]) => {
      if (expected[0] !== 'public') mkdirSync(at('public'))
      make()
      if (how === 'tracked by git') {
        newsroom.git('init', '-q')
        newsroom.git('add', '-f', 'public')
      }
      const { checked, synced } = await refusals()
      expect(checked).toEqual(synced)
      expect(checked?.map(formatLocation)).toEqual(expected)
    },
  )
})

test('P17: harmless files pass, and a post stays when a file of public/ is refused', async () => {
  newsroom.write('public/assets/.gitkeep', '')
  newsroom.write('public/assets/data.csv', 'a,b\n')
  newsroom.write('public/assets/chip.svg', drawing)
  expect(await refusals()).toEqual({ checked: [], synced: [] })
  newsroom.write('public/assets/chip.svg', drawing.replace('/>', '><script/></svg>'))
  expect((await refusals()).synced).toHaveLength(1)
  // Unchanged files are not read again, and their fault is not forgotten.
  expect((await refusals()).synced).toHaveLength(1)
  const [checked, built, served] = [
    newsroom.run('check-posts'),
    newsroom.run('sync', '--strict'),
    newsroom.run('sync'),
  ]
  expect([checked.code, built.code, served.code]).toEqual([1, 1, 0])
  for (const { out } of [checked, built, served])
    expect(out).toMatch(/^public\/assets\/chip\.svg:1:\d+ +error /m)
  expect(served.lines.at(-1)).toMatch(/^0 added, 0 updated, 0 removed, 1 unchanged/)
})

test.each([
  ['public', '.'],
  ['public/assets', '..'],
])(
  'P17: a server does not start, nor a build, where %s is a link to a folder: Next would follow it for ever',
  (link, to) => {
    cpSync('site.config.ts', at('site.config.ts'))
    if (link !== 'public') mkdirSync(at('public'))
    symlinkSync(to, at(link))
    const config = pathToFileURL(join(process.cwd(), 'next.config.js')).href
    const { status, stderr } = spawnSync(process.execPath, ['-e', `import('${config}')`], {
      cwd: newsroom.root,
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain(`${link} is a link to a folder`)
  },
)
