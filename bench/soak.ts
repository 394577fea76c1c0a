/**
 * A long day of one server: `npx tsx bench/soak.ts --posts 100000 --minutes 60`. Ten readers go all over the archive, an editor
 * pushes a new story, an edit or a removal three times a minute, and every other minute something goes wrong. Every fifth minute the
 * server is killed or restarted, and all that was published is compared with its first answers. Prints a row a minute and what came
 * of it; docs/reliability.md has the last one. By hand, and nothing else should run.
 */
import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDesk, secret } from './desk'
import { edition, type Published } from './edition'
import { quantile } from './figure'
import { load } from './load'
import { wanderings } from './memory'
import { mishaps } from './mishaps'
import { restart } from './restarts'
import { build, copyOfSite, megabytes, port, serve } from './site'

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '60' },
    /** How long a reader looks at a page, in milliseconds. */
    pause: { type: 'string', default: '400' },
  },
})
const [posts, minutes] = [Number(values.posts), Number(values.minutes)]

const folder = copyOfSite(posts)
await build(folder)
const desk = await openDesk(folder)
const start = () => serve(folder, port + 6, { REVALIDATE_SECRET: secret }, '/api/health/ready')
let server = await start()
const everPublished: Published = new Map()
const paths = wanderings(posts)
const publish = edition(desk, server.url, posts, everPublished)
const goWrong = mishaps(folder, desk, server.url, posts)
const handles = () => readdirSync(`/proc/${server.pid}/fd`).length

const rows: { failed: number; requests: number; p99: number; memory: number; handles: number }[] = []
const delays: number[] = []
const faults: string[] = []
const failures: string[] = []
console.log('minute | requests | failed | p50 ms | p99 ms | MB | handles | published after ms | went wrong')
try {
  for (let minute = 0; minute < minutes; minute++) {
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, megabytes(server.pid) || 0)
    }, 1000)
    const from = (minute * 997) % paths.length
    const turned = [...paths.slice(from), ...paths.slice(0, from)]
    const isRestart = minute % 5 === 4
    const [seen, published, wrong] = await Promise.all([
      load(server.url, 60, 10, turned, Number(values.pause)),
      isRestart ? [] : editions(minute),
      isRestart ? restarted((minute - 4) / 5) : minute % 2 === 1 ? mishap(minute) : undefined,
    ])
    // Without a proxy nobody answers while there is no server.
    const read = isRestart ? { ...seen, failed: seen.failed - (seen.statuses[0] ?? 0) } : seen
    clearInterval(watch)
    delays.push(...published)
    if (wrong?.broken) faults.push(`minute ${minute}: ${wrong.what}: ${wrong.broken}`)
    rows.push({ ...read, memory: most, handles: handles() })
    const bad = read.failures.filter((one) => !isRestart || !one.endsWith(' 0'))
    failures.push(...bad.map((one) => `minute ${minute}: ${one}`))
    const times = published.map(Math.round).join(' ')
    const said = wrong ? `${wrong.what}: ${wrong.broken ?? 'borne'}` : ''
    console.log(
      [minute, read.requests, read.failed, read.p50, read.p99, Math.round(most), handles(), times, said].join(
        ' | ',
      ),
    )
  }
} finally {
  await server.stop()
}

async function mishap(minute: number) {
  await wait(5000)
  return goWrong((minute - 1) / 2, minutes / 2)
}

async function restarted(turn: number) {
  await wait(20_000)
  const done = await restart(turn, { old: server, start, desk, published: everPublished })
  server = done.server
  return { what: `${done.what} (there again after ${Math.round(done.took)} ms)`, broken: done.broken }
}

async function editions(minute: number): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    times.push(await publish(minute * 3 + turn))
    await wait(10_000)
  }
  return times
}

const all = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key])
const sum = (list: number[]) => list.reduce((total, value) => total + value, 0)
console.log(
  JSON.stringify({
    ...{ posts, minutes, requests: sum(all('requests')), failed: sum(all('failed')) },
    p99: { median: quantile(all('p99'), 0.5), worst: Math.max(...all('p99')) },
    memory: { first: Math.round(rows[0]?.memory ?? 0), most: Math.round(Math.max(...all('memory'))) },
    handles: { first: rows[0]?.handles, most: Math.max(...all('handles')), last: rows.at(-1)?.handles },
    published: { median: quantile(delays, 0.5), p99: quantile(delays, 0.99), times: delays.length },
    ...{ notBorne: faults, failures },
  }),
)
process.exit(faults.length + sum(all('failed')) > 0 ? 1 : 0)
