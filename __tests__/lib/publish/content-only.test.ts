import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { publish } from '@/lib/publish/publish'
import { openStore } from '@/lib/store/open'
import { post } from '../store/newsroom'
import { gitIn, pushedSite, story, tidyUp } from './pushed'

jest.setTimeout(300_000)
let site: ReturnType<typeof pushedSite>
beforeEach(() => {
  site = pushedSite()
})
afterEach(tidyUp)

const why = (refused: { path: string; why: string }[]) =>
  Object.fromEntries(refused.map((one) => [one.path, one.why]))

test('P20: a push with engine files brings its stories, leaves the engine as it was deployed, and says so', async () => {
  site.write('package.json', '{"name":"evil","scripts":{"sync":"touch pwned"}}\n')
  site.write('cli/sync.ts', 'evil()\n')
  site.write('.npmrc', 'script-shell=/bin/evil\n')
  site.write('site.config.ts', 'evil()\n')
  site.write('posts.txt', 'not a folder of the newsroom')
  site.write('lib/data/x.md', 'neither')
  site.write(story('pushed'), post({ title: 'Pushed' }))
  site.write('style/words.txt', 'a -> b\n')
  site.push()
  const { needsDeployment, refused, report, commit } = await publish(site.root)
  expect(site.read('package.json')).toContain('deployed')
  expect(site.read('cli/sync.ts')).toContain('deployed')
  expect(needsDeployment.sort()).toEqual([
    '.npmrc',
    'cli/sync.ts',
    'lib/data/x.md',
    'package.json',
    'posts.txt',
    'site.config.ts',
  ])
  expect(refused).toEqual([])
  expect(commit).toBe(site.head(site.desk))
  expect(report.added).toBe(3)
  expect(site.read('style/words.txt')).toBe('a -> b\n')
  for (const path of ['.npmrc', 'site.config.ts', 'posts.txt', 'lib', 'pwned'])
    expect(existsSync(join(site.root, path))).toBe(false)
  // It is said until it is deployed, and stories go on being published meanwhile.
  site.write(story('later'), post({ title: 'Later' }))
  site.push()
  const later = await publish(site.root)
  expect(later.needsDeployment).toContain('package.json')
  expect(later.report).toMatchObject({ added: 1, updated: 0, removed: 0 })
  gitIn(site.root, ['pull', '-q', '--ff-only'])
  expect(site.read('package.json')).toContain('evil')
  expect(gitIn(site.root, ['status', '--porcelain'])).toBe('')
  expect(await publish(site.root)).toMatchObject({
    needsDeployment: [],
    report: { added: 0, updated: 0, removed: 0 },
  })
})

test('P20: an index in a push is not taken for the index of the site', async () => {
  await publish(site.root)
  const own = join(site.root, '.content')
  gitIn(site.desk, ['rm', '-q', '--cached', '.gitignore'])
  rmSync(join(site.desk, '.gitignore'))
  site.write('.content/index.db', 'not the index')
  site.write('.content/publishing.json', '{"head":"x"}')
  site.write('.next/BUILD_ID', 'evil')
  site.write('node_modules/next/index.js', 'evil()')
  site.push()
  const { needsDeployment } = await publish(site.root)
  openStore(join(own, 'index.db'), { readonly: true }).close()
  expect(readdirSync(own)).not.toContain('publishing.json')
  expect(existsSync(join(site.root, 'node_modules'))).toBe(false)
  expect(needsDeployment).toContain('.content/index.db')
  expect(needsDeployment).toContain('node_modules/next/index.js')
})

test('P20: no filter runs and none changes a byte, whatever a push says of attributes', async () => {
  const ran = join(site.top, 'ran')
  const filter = join(site.top, 'filter.sh')
  writeFileSync(filter, `#!/bin/sh\ntouch ${ran}\ncat\n`)
  chmodSync(filter, 0o755)
  // A filter that the machine has for other repositories, as it has that of LFS.
  gitIn(site.root, ['config', 'filter.lfs.smudge', filter])
  gitIn(site.root, ['config', 'filter.lfs.clean', filter])
  const attributes = '* filter=lfs ident working-tree-encoding=UTF-16 eol=crlf export-subst\n'
  for (const path of ['.gitattributes', 'posts/.gitattributes', 'public/assets/.gitattributes'])
    site.write(path, attributes)
  const text = post({ title: 'As written' }, '$Id$ $Format:%H$\r\nTwo\nlines.')
  const oid = gitIn(site.desk, ['hash-object', '-w', '--no-filters', '--stdin'], text).trim()
  rmSync(join(site.desk, 'posts/.gitattributes'))
  rmSync(join(site.desk, '.gitattributes'))
  gitIn(site.desk, ['update-index', '--add', '--cacheinfo', `100644,${oid},${story('raw')}`])
  const attributesOid = gitIn(site.desk, ['hash-object', '-w', '--stdin'], attributes).trim()
  for (const path of ['.gitattributes', 'posts/.gitattributes'])
    gitIn(site.desk, ['update-index', '--add', '--cacheinfo', `100644,${attributesOid},${path}`])
  gitIn(site.desk, ['commit', '-q', '-m', 'Attributes'])
  gitIn(site.desk, ['push', '-q', 'origin', 'main'])
  const { needsDeployment, refused } = await publish(site.root)
  expect(site.read(story('raw'))).toBe(text)
  expect(existsSync(ran)).toBe(false)
  expect(needsDeployment).toEqual(['.gitattributes'])
  expect(why(refused)).toHaveProperty(['posts/.gitattributes'])
  expect(existsSync(join(site.root, 'posts/.gitattributes'))).toBe(false)
})

test('P20: no hook runs, neither one of the checkout nor one in a push', async () => {
  const ran = join(site.top, 'ran')
  for (const hook of [
    'post-merge',
    'post-checkout',
    'post-index-change',
    'reference-transaction',
    'post-rewrite',
    'pre-auto-gc',
  ]) {
    const file = join(site.root, '.git/hooks', hook)
    writeFileSync(file, `#!/bin/sh\ntouch ${ran}\n`)
    chmodSync(file, 0o755)
  }
  gitIn(site.root, ['config', 'core.fsmonitor', `touch ${ran}; false`])
  site.write('hooks/post-merge', `#!/bin/sh\ntouch ${ran}\n`)
  site.write(story('pushed'), post({ title: 'Pushed' }))
  site.push()
  expect((await publish(site.root)).report.added).toBe(3)
  expect(existsSync(ran)).toBe(false)
})

test('P20: no link is made, and what one would have replaced stays', async () => {
  site.write('public/a.txt', 'a')
  site.push()
  await publish(site.root)
  site.pushEntries([
    ['120000', 'public/passwd.txt', '/etc/passwd'],
    ['120000', story('link'), '../package.json'],
    ['120000', story('court'), '/etc/passwd'],
    ['120000', 'front.yml', '/etc/passwd'],
    ['120000', 'authors/deep/x.md', '../../cli/sync.ts'],
    ['100644', story('good'), post({ title: 'Good' })],
  ])
  const { refused, report } = await publish(site.root)
  expect(existsSync(join(site.root, 'public/passwd.txt'))).toBe(false)
  expect(lstatSync(join(site.root, story('court'))).isFile()).toBe(true)
  expect(Object.keys(why(refused)).sort()).toEqual(
    ['authors/deep/x.md', 'front.yml', story('court'), story('link'), 'public/passwd.txt'].sort(),
  )
  expect(Object.values(why(refused)).every((text) => text.includes('link'))).toBe(true)
  expect(report).toMatchObject({ added: 1, removed: 0 })
})

test.each([
  ['120000', '/etc'],
  ['120000', '.'],
  ['120000', '.content'],
  ['160000', '1234567890123456789012345678901234567890'],
  ['100644', 'a file'],
])('P20: posts as %s %s is refused, and takes no story away', async (mode, target) => {
  await publish(site.root)
  const before = site.files()
  site.pushEntries([[mode, 'posts', target]])
  const { refused, report } = await publish(site.root)
  expect(site.files()).toEqual(before)
  expect(report.removed).toBe(0)
  expect(Object.keys(why(refused))).toEqual(['posts'])
  // Something else is published meanwhile.
  site.write('style/words.txt', 'a -> b\n')
  gitIn(site.desk, ['add', 'style'])
  gitIn(site.desk, ['commit', '-q', '-m', 'Beside it'])
  gitIn(site.desk, ['push', '-q', 'origin', 'main'])
  expect((await publish(site.root)).report.removed).toBe(0)
  expect(site.read('style/words.txt')).toBe('a -> b\n')
  // And once it is a folder again, the commit alone says what is in it.
  gitIn(site.desk, ['rm', '-q', '--cached', 'posts'])
  site.write(story('again'), post({ title: 'Again' }))
  site.write(story('chips'), post({ title: 'Edited meanwhile' }))
  rmSync(join(site.desk, story('court')))
  site.push()
  expect(await publish(site.root)).toMatchObject({
    refused: [],
    report: { added: 1, updated: 1, removed: 1 },
  })
  expect(site.files()).toEqual(site.files(site.desk))
  expect(gitIn(site.root, ['status', '--porcelain'])).toBe('')
})

test('P20: a submodule is not fetched, and its settings are not read', async () => {
  site.write(
    '.gitmodules',
    '[submodule "x"]\n\tpath = posts/x\n\turl = ext::sh -c touch% pwned\n\tupdate = !touch pwned\n',
  )
  gitIn(site.desk, ['add', '.gitmodules'])
  site.pushEntries([['160000', 'posts/x', site.head()]])
  const { needsDeployment, refused } = await publish(site.root)
  for (const path of ['posts/x', '.gitmodules']) expect(existsSync(join(site.root, path))).toBe(false)
  expect(needsDeployment).toEqual(['.gitmodules'])
  expect(why(refused)['posts/x']).toMatch(/submodule/)
})

test('P20: a name that means something else to a program or on another disk is refused', async () => {
  const names = [
    ...[
      'posts/--upload-pack=touch pwned.md',
      'posts/-x.md',
      'posts/.hidden.md',
      'posts/git~1/config',
      'posts/GIT~1/config',
    ],
    ...[
      'posts/a\\b.md',
      'posts/a:b.md',
      'posts/con.md',
      'posts/trail.',
      'posts/space ',
      'posts/a\u200cb.md',
      'posts/\u202eb.md',
    ],
    ...[
      'posts/line\nend.md',
      'posts/bell\u0007.md',
      `posts/${'a'.repeat(256)}.md`,
      `posts/${'d/'.repeat(20)}x.md`,
    ],
    ...[story('Chips').replace('Chips', 'CHIPS'), 'public/.htaccess'],
  ]
  site.pushEntries(names.map((name) => ['100644', name, 'x']))
  const { refused, needsDeployment } = await publish(site.root)
  expect(refused.map(({ path }) => path).sort()).toEqual([...names].sort())
  expect(needsDeployment).toEqual([])
  expect(Object.keys(site.files()).sort()).toEqual(['authors/desk.md', story('chips'), story('court')])
})

test('P20: trees that no git would write (.., .git, not UTF-8) stay off the disk', async () => {
  const blob = gitIn(site.desk, ['hash-object', '-w', '--stdin'], 'x').trim()
  const tree = (name: Buffer | string, mode: string, oid: string) =>
    gitIn(
      site.desk,
      ['hash-object', '-w', '--literally', '-t', 'tree', '--stdin'],
      Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from('\0'), Buffer.from(oid, 'hex')]),
    ).trim()
  const up = tree('..', '40000', tree('escaped.md', '100644', blob))
  const dotGit = tree('.git', '40000', tree('config', '100644', blob))
  const bytes = tree(Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x64]), '100644', blob)
  for (const odd of [up, dotGit, bytes, tree('.GIT', '40000', dotGit)]) {
    const top = tree('posts', '40000', odd)
    const commit = gitIn(site.desk, ['commit-tree', '-p', 'HEAD', '-m', 'Odd', top]).trim()
    gitIn(site.remote, ['fetch', '-q', site.desk, `+${commit}:refs/heads/main`].slice(0, 3))
    gitIn(site.desk, ['push', '-q', '--force', 'origin', `${commit}:refs/heads/main`])
    // Either git refuses the tree, or publishing the path.
    const answer = await publish(site.root).catch((error: Error) => error)
    if (!(answer instanceof Error)) expect(answer.refused.length).toBeGreaterThan(0)
    gitIn(site.root, ['update-ref', '-d', 'refs/copydesk/published'])
    expect(existsSync(join(site.root, 'escaped.md'))).toBe(false)
    expect(gitIn(site.root, ['config', '--get', 'remote.origin.url']).trim()).toBe(site.remote)
  }
})

test('P20: too large a file, and too many, are refused and said', async () => {
  site.write('public/large.bin', Buffer.alloc(51 * 1024 * 1024))
  site.write(story('small'), post({ title: 'Small' }))
  site.push()
  const { refused, report } = await publish(site.root)
  expect(existsSync(join(site.root, 'public/large.bin'))).toBe(false)
  expect(why(refused)['public/large.bin']).toMatch(/bytes/)
  expect(report.added).toBe(3)
  const oid = gitIn(site.desk, ['hash-object', '-w', '--stdin'], 'x').trim()
  const many = Array.from({ length: 20_001 }, (_, n) => `100644 ${oid}\tpublic/${n}.txt\n`).join('')
  gitIn(site.desk, ['update-index', '--index-info'], many)
  gitIn(site.desk, ['commit', '-q', '-m', 'Many'])
  gitIn(site.desk, ['push', '-q', 'origin', 'main'])
  await expect(publish(site.root)).rejects.toThrow(/20002 files changed at once/)
  expect(readdirSync(site.root)).not.toContain('public')
})

test('P20: an executable file of the newsroom is written as one that cannot be executed', async () => {
  site.pushEntries([['100755', 'public/run.txt', 'x']])
  await publish(site.root)
  expect(lstatSync(join(site.root, 'public/run.txt')).mode & 0o111).toBe(0)
})

test('P20: nothing is written through a link on this machine', async () => {
  const away = join(site.top, 'away')
  execFileSync('mkdir', [away])
  symlinkSync(away, join(site.root, 'style'))
  site.write('style/words.txt', 'x')
  site.push()
  await expect(publish(site.root)).rejects.toThrow(/style\/words.txt/)
  expect(readdirSync(away)).toEqual([])
})

test('P17, P20: a file that public/ does not take is refused, and takes neither the place of a page nor of the file before it', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
  site.write('public/assets/chip.svg', drawing)
  site.push()
  expect((await publish(site.root)).refused).toEqual([])
  site.write('public/assets/chip.svg', drawing.replace('/>', ' onload="alert(1)"/>'))
  site.write('public/archive', 'a page of the site')
  site.write('public/api/revalidate', 'the webhook')
  site.write('public/feed.json', '{}')
  site.write(story('pushed'), post({ title: 'Pushed' }))
  site.push()
  const { refused, report } = await publish(site.root)
  expect(Object.keys(why(refused)).sort()).toEqual([
    'public/api/revalidate',
    'public/archive',
    'public/assets/chip.svg',
    'public/feed.json',
  ])
  expect(why(refused)['public/feed.json']).toContain('is an address of the site itself')
  expect(report.added).toBe(1)
  expect(site.read('public/assets/chip.svg')).toBe(drawing)
  for (const path of ['archive', 'api', 'feed.json'])
    expect(existsSync(join(site.root, 'public', path))).toBe(false)
  // Corrected, it is taken.
  site.write('public/assets/chip.svg', drawing.replace('/>', ' width="1" height="1"/>'))
  site.push()
  await publish(site.root)
  expect(site.read('public/assets/chip.svg')).toContain('width')
})
