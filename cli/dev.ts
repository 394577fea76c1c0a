/** `npm run dev`: serves the site while somebody writes. Arguments (`-p 8080`) go on to `next dev`. */
import { parseListenOptions, portFault } from './port'
import { nextBinary, run } from './run'

const args = process.argv.slice(2)
const listen = parseListenOptions(args)
// Next takes the next free port by itself, and says so, where none was chosen.
const fault = listen.isChosen && !args.includes('--help') ? await portFault(listen, 'npm run dev') : undefined
if (fault) console.error(fault)
process.exitCode = fault ? 1 : await run(nextBinary(), ['dev', ...args])
