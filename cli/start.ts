/**
 * `npm start`: serves the site. Builds it first where that was not done, and makes the index where there is none. Arguments
 * (`-p 8080`) go on to `next start`.
 */
import { existsSync } from 'node:fs'
import { listenOn, portFault } from './port'
import { command, next, run } from './run'

const args = process.argv.slice(2)
process.exitCode = await start()

async function start(): Promise<number> {
  const isHelp = args.includes('--help') || args.includes('-h')
  // Before the build, which takes minutes, and after it.
  for (const isBuilt of [existsSync('.next/BUILD_ID') || isHelp, true]) {
    const fault = isHelp ? undefined : await portFault(listenOn(args), 'npm start')
    if (fault) {
      console.error(fault)
      return 1
    }
    const failed = isBuilt ? 0 : await run(command('build'), [])
    if (failed) return failed
  }
  const hasIndex = isHelp || process.env.CONTENT_DATABASE_URL || existsSync('.content/index.db')
  // Another error is the server's to tell: it waits for an index (/api/health/ready).
  if (!hasIndex) await run(command('sync'), [])
  return run(next(), ['start', ...args])
}
