/** `npm run check:posts`: reads everything from scratch and says what is wrong, where, and what to write instead. */
import { statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { checkNewsroom, type Newsroom } from './check/newsroom'
import { help, type Request, readOptions, ruleList } from './check/options'
import { counted } from './check/print'
import { progressBar } from './check/progress'
import { isAsked, report } from './check/report'

// Whoever reads only the beginning, as `head` does, has had enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit()
})

try {
  const request = readOptions(process.argv.slice(2))
  if (request.help) console.log(help)
  else if (request.rules) console.log(ruleList())
  else process.exitCode = await run(request)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function run(request: Request): Promise<number> {
  const root = resolve(request.root ?? '.')
  const only = request.files.map((file) => pathIn(root, file))
  const newsroom = await readAll(root)
  if (request.why !== undefined) {
    if (!request.why.trim()) throw new Error('Write a file, a slug or an address behind --why.')
    const { whyNotShowing } = await import('./check/why-not-public')
    const { isShowing, text } = await whyNotShowing(newsroom, request.why)
    console.log(text)
    return isShowing ? 0 : 1
  }
  return report(request.fix ? await mended(newsroom, only) : newsroom, only, request)
}

async function readAll(root: string): Promise<Newsroom> {
  const bar = progressBar(process.stderr)
  return checkNewsroom({ root, now: Date.now(), onProgress: bar.show }).finally(bar.clear)
}

/** Mends what it may, and reads everything again if that changed anything. */
async function mended(newsroom: Newsroom, only: string[]): Promise<Newsroom> {
  const { root, examined, problems } = newsroom
  const posts = examined.filter(({ edits }) => edits.length > 0).map(({ path }) => path)
  const authors = problems.flatMap(({ file, rule }) =>
    rule === 'encoding' && file.startsWith('authors/') ? [file] : [],
  )
  const paths = [...new Set([...posts, ...authors])].filter((path) => isAsked(only, path))
  if (paths.length === 0) return newsroom
  const [{ mendAll }, { loadTools }] = await Promise.all([
    import('./check/fix-all'),
    import('./check/dictionary'),
  ])
  const changes = await mendAll(root, paths, await loadTools(root))
  for (const [path, count] of changes) console.error(`${path}  ${counted(count, 'change')}`)
  return changes.size > 0 ? readAll(root) : newsroom
}

/** A file or folder as problems name it, however the shell or an editor wrote it; a folder ends in a slash. */
function pathIn(root: string, file: string): string {
  const path = relative(root, resolve(file)).split(sep).join('/')
  const isOurs = /^(posts|authors|public)(\/|$)|^(addresses\.txt|(front|previews)\.yml)$/.test(path)
  if (!isOurs) throw new Error(`${file} is not in posts/, authors/ or public/, nor is it front.yml.`)
  const there = statSync(join(root, path), { throwIfNoEntry: false })
  if (!there) throw new Error(`There is no ${path}.`)
  return there.isDirectory() ? `${path}/` : path
}
