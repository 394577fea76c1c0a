import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A copy of the site's files in `.scratch/<name>`, to edit and to serve without touching the checkout. It stands inside the
 * checkout, so that it finds the packages there.
 */
export function scratchSite(name: string): string {
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

/** Starts a command there and waits until the port answers (at `path`). Ends with `stop`. */
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
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended:\n${said}`)
    if (
      await fetch(url + path).then(
        (response) => response.ok,
        () => false,
      )
    )
      return {
        url,
        said: () => said,
        megabytes: () => megabytes(child),
        stop: () => stop(child),
        /** As a power cut would: no signal that the process can hear. */
        kill: () => child.pid && process.kill(-child.pid, 'SIGKILL'),
      }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await stop(child)
  throw new Error(`Nothing answers on ${url}:\n${said}`)
}

/** What the process holds of the machine's memory. */
const megabytes = ({ pid }: ChildProcess) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1024)

/** Ends the process and those it started, and waits until all of them are gone: one that is left answers for the next server. */
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
    if (tries === 200) throw new Error(`Process group ${pid} does not end.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
