/**
 * `npx tsx deploy/check-vercel.ts <path of the vercel program>`: makes the deployment that Vercel would make, offline and in
 * a copy of the site, and checks it: every function has the index and the database's driver and is under 100 MB, pages
 * have their policy, and pages that never change need no function. Prints the sizes.
 */
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchSite } from '../e2e/scratch-site'

const [program] = process.argv.slice(2)
if (!program) {
  console.error('Usage: npx tsx deploy/check-vercel.ts <path of the vercel program>')
  process.exit(2)
}

const site = scratchSite('vercel')
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
  demand(has('.content/index.db'), `${path} has no index.`)
  demand(
    shared.some((file) => /@libsql\/.*\.node$/.test(file)),
    `${path} has no driver.`,
  )
  demand(bytes < 100e6, `${path} is larger than 100 MB.`)
}

const { routes } = JSON.parse(readFileSync(join(output, 'config.json'), 'utf8'))
const policies = routes.filter(
  (route: { headers?: object }) => 'Content-Security-Policy' in (route.headers ?? {}),
)
demand(policies.length > 0, 'No route has a content security policy.')
const isThere = (path: string) => statSync(join(output, path), { throwIfNoEntry: false }) !== undefined
for (const page of ['index', 'about', 'archive']) {
  demand(isThere(`functions/${page}.prerender-fallback.html`), `/${page} is not there before anybody asks.`)
}
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'The deployment is sound.' : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
