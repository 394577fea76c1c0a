/**
 * `npx tsx deploy/check-vercel.ts <path of the vercel program>`: makes the deployment that Vercel would make, offline and in
 * a copy of the site, and checks it: every function has the index and the database's driver and is under 100 MB, answers
 * have their headers, and no page is made anew for each reader. Prints the sizes. A number of posts puts that many
 * made-up ones in the place of the site's own, to see how an archive of that size meets Vercel's limit.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeNewsroom } from '../bench/corpus'
import { createScratchSite } from '../e2e/scratch-site'

const [program, posts] = process.argv.slice(2)
if (!program) {
  console.error('Usage: npx tsx deploy/check-vercel.ts <path of the vercel program> [posts]')
  process.exit(2)
}
/** Ours for the sample publication, and Vercel's own. */
const most = posts ? 250e6 : 100e6

const site = createScratchSite('vercel')
if (posts) makeNewsroom(site, Number(posts))
mkdirSync(join(site, '.vercel'))
// Ids of a project that does not exist: `vercel build` asks nobody about them.
const project = { projectId: 'prj_none', orgId: 'team_none', settings: { framework: 'nextjs' } }
writeFileSync(join(site, '.vercel/project.json'), JSON.stringify(project))
const env = { ...process.env, VERCEL_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' }
execFileSync('node', [program, 'build', '--prod', '--yes', '--token', 'none'], {
  cwd: site,
  env,
  stdio: 'pipe',
})

const output = join(site, '.vercel/output')
const faults: string[] = []
const demand = (is: boolean, what: string) => void (is || faults.push(what))

const functions = readdirSync(join(output, 'functions'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.func'))
  .filter((path) => !lstatSync(join(output, 'functions', path)).isSymbolicLink())
demand(functions.length > 0, 'There are no functions.')
for (const path of functions) {
  const folder = join(output, 'functions', path)
  const { filePathMap = {} } = JSON.parse(readFileSync(join(folder, '.vc-config.json'), 'utf8'))
  const shared: string[] = Object.values(filePathMap)
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
  const bytes = [...shared.map((file) => join(site, file)), ...own]
    .map((file) => statSync(file))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
  console.log(`${(bytes / 1e6).toFixed(1).padStart(6)} MB  ${path}`)
  const has = (end: string) => [...shared, ...own].some((file) => file.endsWith(end))
  if (process.env.CONTENT_DATABASE_URL) demand(!has('index.db'), `${path} has an index it does not ask.`)
  else demand(has('.content/index.db'), `${path} has no index.`)
  demand(
    shared.some((file) => /@libsql\/.*\.node$/.test(file)),
    `${path} has no driver.`,
  )
  demand(bytes < most, `${path} is larger than ${most / 1e6} MB.`)
}

type Route = { src?: string; has?: unknown; headers?: Record<string, string> }
const { routes }: { routes: Route[] } = JSON.parse(readFileSync(join(output, 'config.json'), 'utf8'))
for (const path of ['/', '/about', '/feed.xml', '/assets/images/a.svg', '/lite']) {
  const sent = routes
    .filter(({ src, has, headers }) => src && headers && !has && new RegExp(src).test(path))
    .flatMap(({ headers }) => Object.keys(headers ?? {}))
  // The lite edition brings a policy of its own with each answer.
  const policy = path === '/lite' ? [] : ['Content-Security-Policy']
  for (const header of [...policy, 'Strict-Transport-Security', 'X-Content-Type-Options']) {
    demand(sent.includes(header), `${path} is sent without ${header}.`)
  }
}

// A page that is only kept costs a function once, one that is there from the build never.
const isThere = (path: string) => existsSync(join(output, 'functions', path))
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => path.replace(/\/?page\.tsx$/, '') || 'index')
for (const page of pages) {
  demand(isThere(`${page}.prerender-config.json`), `/${page} is made anew for each reader.`)
  // Every search is another page.
  const needsFile = page !== 'search' && !page.includes('[')
  demand(!needsFile || isThere(`${page}.prerender-fallback.html`), `/${page} waits for its first reader.`)
}
demand(
  posts !== undefined || isThere('about.prerender-fallback.html'),
  'Standing pages wait for their first reader.',
)
console.log(`${pages.length} kinds of pages, ${functions.length} functions`)
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'The deployment is sound.' : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
