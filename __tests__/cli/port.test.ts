import { spawnSync } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { parseListenOptions, portFault } from '@/cli/port'

test('the port is the one Next would take', () => {
  expect(parseListenOptions([], {})).toEqual({ port: '3000', isChosen: false })
  expect(parseListenOptions([], { PORT: '4000' })).toEqual({ port: '4000', isChosen: true })
  for (const args of [
    ['-p', '8080'],
    ['-p8080'],
    ['--port', '8080'],
    ['--port=8080'],
    ['--keepAliveTimeout', '5', '-p', '8080'],
  ])
    expect(parseListenOptions(args, { PORT: '4000' })).toMatchObject({ port: '8080', isChosen: true })
  expect(parseListenOptions(['-H', '127.0.0.1'], {})).toMatchObject({ hostname: '127.0.0.1' })
})

test('a port that is taken, is none, or an address the machine does not have: a sentence, with what to do', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  const fault = (text: string, hostname?: string) =>
    portFault({ port: text, ...(hostname ? { hostname } : {}), isChosen: true }, 'npm start')
  const next = port === 65_535 ? 3001 : port + 1
  expect(await fault(String(port))).toBe(
    `Port ${port} is in use. Stop what uses it, or choose another: npm start -- -p ${next}`,
  )
  const started = spawnSync('npm', ['start', '--silent', '--', '-p', `${port}`], { encoding: 'utf8' })
  expect([started.status, started.stderr]).toEqual([
    1,
    `Port ${port} is in use. Stop what uses it, or choose another: npm start -- -p ${next}\n`,
  ])
  const developing = spawnSync('npm', ['run', 'dev', '--silent', '--', `--port=${port}`], {
    encoding: 'utf8',
  })
  expect([developing.status, developing.stderr]).toEqual([
    1,
    `Port ${port} is in use. Stop what uses it, or choose another: npm run dev -- -p ${next}\n`,
  ])
  await new Promise((resolve) => server.close(resolve))
  expect(await fault(String(port))).toBeUndefined()
  for (const wrong of ['70000', 'abc', '-1', '80.5', ' 80', '0x50', ''])
    expect(await fault(wrong)).toBe(
      `${JSON.stringify(wrong)} is not a port. Write a number from 0 to 65535: npm start -- -p 3001`,
    )
  expect(await fault('0', '203.0.113.1')).toMatch(/^This machine has no address "203.0.113.1"\./)
}, 120_000)
