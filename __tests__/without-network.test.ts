import { spawnSync } from 'node:child_process'

const run = (...command: string[]) =>
  spawnSync('deploy/without-network.sh', command, { encoding: 'utf8', timeout: 60_000 })

const { stdout } = run('true')
const possible = stdout.startsWith('Without a network')
if (!possible) console.log(stdout)

/** What becomes of a connection. */
const connect = (host: string) =>
  `require('node:net').connect(9, '${host}').on('connect', () => console.log('connected')).on('error', (error) => console.log(error.code))`
/** A server there is, and it is asked. */
const loopback = `const server = require('node:http').createServer((_, answer) => answer.end('at home')).listen(0, async () => {
  console.log(await (await fetch('http://localhost:' + server.address().port)).text())
  server.close()
})`

;(possible ? test : test.skip)(
  'P8: where .ci/run builds and serves the site nobody else can be asked, by address or by name, and the site itself can',
  () => {
    for (const host of ['198.51.100.1', '203.0.113.1', '2001:db8::1'])
      expect(run('node', '-e', connect(host)).stdout).toMatch(/\nENETUNREACH\n$/)
    expect(run('node', '-e', connect('example.org')).stdout).toMatch(/\n(EAI_AGAIN|ENOTFOUND)\n$/)
    expect(run('node', '-e', loopback).stdout).toMatch(/\nat home\n$/)
  },
)

test('it ends as the command ends', () => {
  expect(run('node', '-e', 'process.exitCode = 7').status).toBe(7)
})
