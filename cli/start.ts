/** `npm start`: serves the site, and builds it first where that was not done. Arguments (`-p 8080`) go on to `next start`. */
import { existsSync } from 'node:fs'
import { command, next, run } from './run'

const built = existsSync('.next/BUILD_ID') ? 0 : await run(command('build'), [])
process.exitCode = built || (await run(next(), ['start', ...process.argv.slice(2)]))
