import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createScratchSite } from '../e2e/scratch-site'
import { makeNewsroom } from './corpus'

/** The first of the ports that are used here. */
export const port = Number(process.env.BENCH_PORT ?? 3400)

/** As in deploy/copydesk@.service. */
const heap = process.env.BENCH_HEAP ?? '--max-old-space-size=160 --max-semi-space-size=8'

export type Server = { url: string; pid: number; stop(): Promise<void> }

/** A copy of the site in `.scratch/`, with so many made-up stories in the place of its own, or its own. */
export function copyOfSite(posts?: number): string {
  const folder = createScratchSite(`bench-${posts ?? 'own'}`)
  if (posts) makeNewsroom(folder, posts)
  return folder
}

const env = (more: Record<string, string>) => ({
  ...process.env,
  ...{ NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  ...more,
})

/** Seconds by the clock, and those that a core worked: what else runs on the machine lengthens the first alone. */
export type Took = { clock: number; work: number; isEnded?: false } | { clock: number; isEnded: true }

/** Runs a command to its end, or ends it after `most` seconds. Throws what it said where it failed. */
export async function run(
  folder: string,
  command: string[],
  { more = {}, most }: { more?: Record<string, string>; most?: number } = {},
): Promise<Took> {
  const started = performance.now()
  const limit = most === undefined ? [] : ['timeout', '--foreground', String(most)]
  const timed = ['-c', 'TIMEFORMAT="work %U %S"; time "$@"', 'bash', ...limit, ...command]
  const child = spawn('bash', timed, { cwd: folder, env: env(more), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject))
  // What `timeout` ends with when it had to end the command.
  if (most !== undefined && code === 124) return { clock: most, isEnded: true }
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${said.slice(-3000)}`)
  const [, user, system] = /work ([\d.]+) ([\d.]+)\s*$/.exec(said) ?? []
  return { clock: (performance.now() - started) / 1000, work: Number(user) + Number(system) }
}

/** Builds a copy: index and pages. */
export const build = (folder: string) =>
  run(folder, ['node', '--import', 'tsx', 'cli/build.ts'], { more: { SITE_URL: `http://127.0.0.1:${port}` } })

/** Serves a built folder and waits for the first page. What it says is in a file beside the folder. */
export async function serve(
  folder: string,
  at = port,
  more: Record<string, string> = {},
  path = '/',
): Promise<Server> {
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next')
  const url = `http://127.0.0.1:${at}`
  if (await answers(url)) throw new Error(`Something answers on ${url}. Set BENCH_PORT.`)
  const log = openSync(`${folder}.log`, 'a')
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(at)], {
    cwd: folder,
    env: env({ PORT: String(at), SITE_URL: url, NODE_OPTIONS: heap, ...more }),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  process.once('exit', () => child.kill())
  for (let tries = 0; tries < 3000 && !(await answers(url + path)); tries++) {
    if (child.exitCode !== null) throw new Error(`The server in ${folder} ended.`)
    await wait(20)
  }
  return { url, pid: child.pid ?? 0, stop: () => stop(child) }
}

const answers = (url: string) =>
  fetch(url).then(
    (answer) => answer.arrayBuffer().then(() => answer.ok),
    () => false,
  )

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** What a process holds of the memory now, in MB. Linux alone says. */
export function megabytes(pid: number): number {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return Number.NaN
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024
}
