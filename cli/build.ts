/**
 * `npm run build`: brings the index up to date and builds the site. A post with an error stops it, after all errors
 * of all posts have been printed. Arguments go on to `next build`.
 */
import { commandPath, nextBinary, run } from './run'

const synced = await run(commandPath('sync'), ['--strict'])
process.exitCode = synced || (await run(nextBinary(), ['build', ...process.argv.slice(2)]))
