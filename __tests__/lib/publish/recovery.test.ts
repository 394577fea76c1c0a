import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { clearIfDeployed, readUnpublishedChanges } from '@/lib/publish/publication-state'
import { publish } from '@/lib/publish/publish'
import { post } from '../store/newsroom'
import { gitIn, pushedSite, story, tidyUp } from './pushed'

jest.setTimeout(300_000)
let site: ReturnType<typeof pushedSite>
beforeEach(() => {
  site = pushedSite()
})
afterEach(tidyUp)

function pushMany(title: string) {
  for (let n = 0; n < 300; n++) site.write(story(`many-${n}`), post({ title: `${title} ${n}` }))
  rmSync(join(site.desk, story('court')), { force: true })
  site.push()
}

test('P20: killed at any moment, a publication is ended by the next round, and the files are what the commit says', async () => {
  await publish(site.root)
  const script = `import { checkoutContent } from '@/lib/publish/checkout-content'\nawait checkoutContent(process.argv[2])\n`
  const file = join(process.cwd(), '.scratch', `take-${process.pid}.ts`)
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(process.cwd(), '.scratch'), { recursive: true })
  writeFileSync(file, script)
  let interrupted = 0
  try {
    // Each time it is ended when so many of its files are there; then another push comes.
    for (const [round, written] of [0, 1, 40, 150, 299, 300].entries()) {
      pushMany(`Round ${round}`)
      const child = spawn(process.execPath, ['--import', 'tsx', file, site.root], { stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      const journal = join(site.root, '.content/publishing.json')
      const isFar = () =>
        existsSync(journal) &&
        Object.values(site.files()).filter((text) => text.includes(`Round ${round} `)).length >= written
      while (child.exitCode === null && !isFar()) await new Promise((resolve) => setTimeout(resolve, 1))
      child.kill('SIGKILL')
      await ended
      if (existsSync(journal)) interrupted++
      const lock = join(site.root, '.git/index.lock')
      if (existsSync(lock)) utimesSync(lock, new Date(), new Date(Date.now() - 31_000))
      // Another push before the next round.
      site.write(story(`after-${round}`), post({ title: `After ${round}` }))
      site.push()
      await publish(site.root)
      expect(site.files()).toEqual(site.files(site.desk))
      expect(gitIn(site.root, ['status', '--porcelain'])).toBe('')
      expect(readdirSync(join(site.root, '.content'))).not.toContain('publishing.json')
    }
  } finally {
    rmSync(file)
  }
  expect(interrupted).toBeGreaterThan(2)
})

test('P20: what somebody edited on the machine is neither overwritten nor lost, and nothing of that push is published', async () => {
  await publish(site.root)
  site.write(story('chips'), 'by hand', site.root)
  site.write(story('new'), 'by hand, too', site.root)
  site.write(story('chips'), post({ title: 'Pushed' }))
  site.write(story('new'), post({ title: 'Pushed' }))
  site.write(story('other'), post({ title: 'Other' }))
  site.push()
  await expect(publish(site.root)).rejects.toThrow(/changed on this machine and in the push: .*chips.*new/)
  expect(site.read(story('chips'))).toBe('by hand')
  expect(site.read(story('new'))).toBe('by hand, too')
  expect(existsSync(join(site.root, story('other')))).toBe(false)
  gitIn(site.root, ['checkout', '-q', '--', story('chips')])
  rmSync(join(site.root, story('new')))
  expect((await publish(site.root)).report).toMatchObject({ added: 2, updated: 1 })
})

test('P20: a rewritten branch is refused and said; a revert is published', async () => {
  site.write(story('chips'), post({ title: 'Wrong' }))
  site.push()
  await publish(site.root)
  gitIn(site.desk, ['reset', '-q', '--hard', 'HEAD~1'])
  gitIn(site.desk, ['push', '-q', '--force', 'origin', 'main'])
  await expect(publish(site.root)).rejects.toThrow(/not a fast-forward/)
  site.write(story('chips'), post({ title: 'Rewritten' }))
  site.push()
  await expect(publish(site.root)).rejects.toThrow(/not a fast-forward/)
  expect(site.read(story('chips'))).toContain('Wrong')
  gitIn(site.desk, ['reset', '-q', '--hard', site.head()])
  gitIn(site.desk, ['revert', '--no-edit', 'HEAD'])
  gitIn(site.desk, ['push', '-q', '--force', 'origin', 'main'])
  await publish(site.root)
  expect(site.files()).toEqual(site.files(site.desk))
})

test('P20: after a deployment nothing comes back, and going back to an older deployment goes forward with the branch again', async () => {
  const deployed = site.head()
  site.write('package.json', '{"name":"newer"}')
  site.write(story('withdrawn'), post({ title: 'Withdrawn' }))
  site.push()
  await publish(site.root)
  rmSync(join(site.desk, story('withdrawn')))
  site.write(story('chips'), post({ title: 'Chips, newer' }))
  site.push()
  await publish(site.root)
  expect(readUnpublishedChanges(site.root)?.needsDeployment).toEqual(['package.json'])
  gitIn(site.root, ['pull', '-q', '--ff-only'])
  await clearIfDeployed(site.root)
  expect(readUnpublishedChanges(site.root)).toBeUndefined()
  expect(site.files()).toEqual(site.files(site.desk))
  expect(await publish(site.root)).toMatchObject({ needsDeployment: [], refused: [] })
  expect(existsSync(join(site.root, story('withdrawn')))).toBe(false)
  gitIn(site.root, ['reset', '-q', '--hard', deployed])
  expect(site.read(story('chips'))).toContain('title: chips')
  expect((await publish(site.root)).needsDeployment).toEqual(['package.json'])
  expect(site.files()).toEqual(site.files(site.desk))
  // The same commit once more, with everything on the disk thrown away.
  gitIn(site.root, ['reset', '-q', '--hard', 'HEAD'])
  await publish(site.root)
  expect(site.files()).toEqual(site.files(site.desk))
})

test('P20: two processes publish one after the other', async () => {
  pushMany('At once')
  const all = await Promise.all([publish(site.root), publish(site.root), publish(site.root)])
  expect(new Set(all.map(({ commit }) => commit)).size).toBe(1)
  expect(site.files()).toEqual(site.files(site.desk))
})

test('a story may become a folder, and a folder a story', async () => {
  site.write('posts/2025.md', post({ title: 'Year' }))
  site.push()
  await publish(site.root)
  rmSync(join(site.desk, 'posts/2025.md'))
  site.write('posts/2025.md/2026-01-01-in-it.md', post({ title: 'In it' }))
  site.push()
  await publish(site.root)
  expect(site.files()).toEqual(site.files(site.desk))
  rmSync(join(site.desk, 'posts/2025.md'), { recursive: true })
  site.write('posts/2025.md', post({ title: 'Year' }))
  site.push()
  await publish(site.root)
  expect(site.files()).toEqual(site.files(site.desk))
})
