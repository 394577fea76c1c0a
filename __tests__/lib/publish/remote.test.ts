import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { publish } from '@/lib/publish/publish'
import { git } from '@/lib/publish/run-git'
import { gitIn, pushedSite, tidyUp } from './pushed'

jest.setTimeout(300_000)
let site: ReturnType<typeof pushedSite>
let server: Server | undefined
beforeEach(() => {
  site = pushedSite()
})
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  tidyUp()
})

async function serve(answer: Parameters<typeof createServer>[1]) {
  server = createServer(answer as never)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/site.git`
  gitIn(site.root, ['remote', 'set-url', 'origin', url])
}

test('P20: a program as a remote is refused, whatever the settings of the machine say', async () => {
  const ran = join(site.top, 'ran')
  gitIn(site.root, ['config', 'protocol.ext.allow', 'always'])
  gitIn(site.root, ['remote', 'set-url', 'origin', `ext::sh -c touch% ${ran}`])
  await expect(publish(site.root)).rejects.toThrow(/transport 'ext' not allowed/)
  expect(existsSync(ran)).toBe(false)
})

test('P20: a remote that leads on to another protocol is not followed', async () => {
  await serve(((_: unknown, response: { writeHead: (s: number, h: object) => void; end: () => void }) => {
    response.writeHead(302, { Location: `file://${site.remote}/info/refs?service=git-upload-pack` })
    response.end()
  }) as never)
  await expect(publish(site.root)).rejects.toThrow(/git fetch: /)
})

test('P20: a remote that asks for a password gets none, and nobody is asked', async () => {
  await serve(((_: unknown, response: { writeHead: (s: number, h: object) => void; end: () => void }) => {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' })
    response.end()
  }) as never)
  await expect(publish(site.root)).rejects.toThrow(/git fetch: /)
})

test('P20: a remote that does not answer is given up, with all that git started for it', async () => {
  await serve((() => undefined) as never)
  await expect(git(site.root, ['fetch', 'origin'], { seconds: 2 })).rejects.toThrow(
    /git fetch: ended after 2 s/,
  )
  // Nobody holds the connection any more.
  for (;;) {
    const open = await new Promise<number>((resolve) => server?.getConnections((_, count) => resolve(count)))
    if (open === 0) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
})

test('P20: a pack larger than the limit is ended, and what it had written is removed', async () => {
  const { fetchBranch } = await import('@/lib/publish/fetch-branch')
  const { randomBytes } = await import('node:crypto')
  const { readdirSync } = await import('node:fs')
  for (let n = 0; n < 120; n++) site.write(`public/${n}.bin`, randomBytes(40_000))
  site.push()
  await expect(fetchBranch(site.root, { seconds: 60, fileBytes: 1024 * 1024 })).rejects.toThrow(/git fetch: /)
  expect(readdirSync(join(site.root, '.git/objects/pack')).filter((name) => name.startsWith('tmp_'))).toEqual(
    [],
  )
  expect(await fetchBranch(site.root)).toBe(site.head(site.desk))
})
