import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Copies the site to `.scratch/<name>`, to edit and serve it without touching the checkout, and returns the folder. It is
 * inside the checkout so that it finds node_modules.
 */
export function createScratchSite(name: string): string {
  const folder = join(process.cwd(), '.scratch', name)
  rmSync(folder, { recursive: true, force: true })
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  for (const file of files.split('\n').filter((name) => name && existsSync(name))) {
    if (/^(__tests__|e2e|bench|deploy|docs)\//.test(file)) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(file, join(folder, file))
  }
  return folder
}

/** Starts a command there and waits until the port answers at `path`. Call `stop` at the end. */
export async function serve(
  folder: string,
  command: string[],
  port: number,
  env: Record<string, string> = {},
  path = '',
) {
  const [program = 'node', ...rest] = command
  const child = spawn(program, rest, {
    cwd: folder,
    env: { ...process.env, SITE_URL: `http://localhost:${port}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended:\n${output}`)
    if (
      await fetch(url + path).then(
        (response) => response.ok,
        () => false,
      )
    )
      return {
        url,
        output: () => output,
        megabytes: () => megabytes(child),
        stop: () => stop(child),
        /** Like a power cut: SIGKILL, which the process cannot handle. */
        kill: () => child.pid && process.kill(-child.pid, 'SIGKILL'),
      }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await stop(child)
  throw new Error(`Nothing answers on ${url}:\n${output}`)
}

/** The resident memory of the process in megabytes. */
const megabytes = ({ pid }: ChildProcess) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1024)

/** Stops the process and its children and waits until all are gone: one left over would answer for the next server. */
async function stop({ pid }: ChildProcess) {
  const isSent = (signal: NodeJS.Signals | 0) => {
    try {
      return process.kill(-(pid ?? 0), signal)
    } catch {
      return false
    }
  }
  if (!pid || !isSent('SIGTERM')) return
  for (let tries = 0; isSent(0); tries++) {
    if (tries === 100) isSent('SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
