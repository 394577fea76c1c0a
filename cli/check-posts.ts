/** `npm run check:posts`: reads everything from scratch and reports each problem with its place and what to write instead. */
import { statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { checkNewsroom, type Newsroom } from './check/newsroom'
import { help, type Request, readOptions, ruleList } from './check/options'
import { pluralize } from './check/print'
import { progressBar } from './check/progress'
import { isRequested, report } from './check/report'

// The reader of the pipe has closed it, as `head` does.
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
    if (!request.why.trim()) throw new Error('Give a file, a slug or a URL after --why.')
    const { explainWhyNotPublic: whyNotShowing } = await import('./check/why-not-public')
    const { isVisible: isShowing, text } = await whyNotShowing(newsroom, request.why)
    console.log(text)
    return isShowing ? 0 : 1
  }
  return report(request.fix ? await fixNewsroom(newsroom, only) : newsroom, only, request)
}

async function readAll(root: string): Promise<Newsroom> {
  const bar = progressBar(process.stderr)
  return checkNewsroom({ root, now: Date.now(), onProgress: bar.show }).finally(bar.clear)
}

/** Applies safe fixes, and reads everything again if that changed anything. */
async function fixNewsroom(newsroom: Newsroom, only: string[]): Promise<Newsroom> {
  const { root, lintedFiles: examined, problems } = newsroom
  const posts = examined.filter(({ edits }) => edits.length > 0).map(({ path }) => path)
  const authors = problems.flatMap(({ file, rule }) =>
    rule === 'encoding' && file.startsWith('authors/') ? [file] : [],
  )
  const paths = [...new Set([...posts, ...authors])].filter((path) => isRequested(only, path))
  if (paths.length === 0) return newsroom
  const [{ fixAll: mendAll }, { loadTools }] = await Promise.all([
    import('./check/fix-all'),
    import('./check/dictionary'),
  ])
  const changes = await mendAll(root, paths, await loadTools(root))
  for (const [path, count] of changes) console.error(`${path}  ${pluralize(count, 'change')}`)
  return changes.size > 0 ? readAll(root) : newsroom
}

/** A file or folder as problems name it, however the shell or an editor wrote it; a folder ends in a slash. */
function pathIn(root: string, file: string): string {
  const path = relative(root, resolve(file)).split(sep).join('/')
  const isOurs = /^(posts|authors|public)(\/|$)|^(addresses\.txt|(front|previews)\.yml)$/.test(path)
  if (!isOurs)
    throw new Error(
      `${file} is not in posts/, authors/ or public/, and is not front.yml, addresses.txt or previews.yml.`,
    )
  const there = statSync(join(root, path), { throwIfNoEntry: false })
  if (!there) throw new Error(`${path} does not exist.`)
  return there.isDirectory() ? `${path}/` : path
}
