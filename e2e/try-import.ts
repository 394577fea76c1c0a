/**
 * `npm run try:import`: imports two real Jekyll sites into a copy of this one, twice, then checks, builds and serves it and
 * requests a sample of their old URLs. The sites are in ../shared/corpora; if they are missing, it prints so and exits.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createScratchSite, serve } from './scratch-site'

const corpora = resolve('../shared/corpora')
const port = Number(process.env.TRY_PORT ?? 3215)
const sites = ['18f', 'jekyll/docs']

if (existsSync(corpora)) await importAndServe()
else console.log(`Skipped: ${corpora} does not exist.`)

async function importAndServe() {
  const scratch = createScratchSite('import')
  try {
    const reports = sites.map((site) => run(scratch, 'import', 'jekyll', join(corpora, site)))
    for (const [index, site] of sites.entries()) {
      console.log(`${site}: ${sum(reports[index])}`)
      const again = run(scratch, 'import', 'jekyll', join(corpora, site))
      console.log(`${site}, again: ${sum(again)}`)
      const counts = /^(\d+) posts? \((\d+) same\), (\d+) authors? \((\d+) same\)/.exec(sum(again))
      assert(counts?.[1] === counts?.[2] && counts?.[3] === counts?.[4], 'the second import wrote something')
    }
    console.log(`check: ${run(scratch, 'check-posts').trim().split('\n').at(-1)}`)
    run(scratch, 'build')
    await checkRedirects(scratch, reports.flatMap(addresses))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Runs one of the commands in the copy, as `npm run` would. */
function run(scratch: string, command: string, ...args: string[]): string {
  const started = Date.now()
  const ended = spawnSync(process.execPath, ['--import', 'tsx', `cli/${command}.ts`, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (ended.status !== 0) console.log(`${ended.stdout}${ended.stderr}`)
  assert(ended.status === 0, `${command} ended with ${ended.status}`)
  console.log(`${command} took ${Math.round((Date.now() - started) / 1000)} s`)
  return ended.stdout
}

function sum(report = ''): string {
  return report.trim().split('\n').at(-2) ?? ''
}

/** The redirects listed in the report. */
function addresses(report: string) {
  const [, list = ''] = /── Old addresses and where they lead[^\n]*\n([\s\S]*?)\n\n/.exec(report) ?? []
  return list.split('\n').map((line) => {
    const [old = '', now = ''] = line.split(' → ')
    return { old, now }
  })
}

/** Requests every tenth URL, and every one with unusual characters: each must give its page, or one redirect to it. */
async function checkRedirects(scratch: string, all: { old: string; now: string }[]) {
  const sample = all.filter(({ old }, index) => index % 10 === 0 || /[^\w/.-]/.test(old))
  const server = await serve(scratch, ['node', '--import', 'tsx', 'cli/start.ts', '-p', String(port)], port)
  try {
    for (const { old, now } of sample) {
      const first = await fetch(server.url + old, { redirect: 'manual' })
      const where = new URL(first.headers.get('location') ?? old, server.url).pathname
      assert(
        first.status === 308 ? where === now : first.status === 200,
        `${old} answers ${first.status} ${where}, not ${now}`,
      )
      const page = await fetch(server.url + now, { redirect: 'manual' })
      assert(page.status === 200 && (await page.text()).includes('<h1'), `${now} answers ${page.status}`)
    }
  } finally {
    await server.stop()
  }
  console.log(
    `${sample.length} of ${all.length} old addresses asked: each answers with one 308 or with its page`,
  )
}

function assert(is: boolean, message: string) {
  if (!is) throw new Error(message)
}
