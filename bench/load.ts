/**
 * Readers: `npx tsx bench/load.ts <origin> <seconds> <connections> <path,path…>` asks for the paths in turn over that many
 * kept connections and prints one line of JSON: how many answers of which status, requests that failed, and times.
 */
import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export type Load = {
  requests: number
  failed: number
  /** The first ten of them: address and status, 0 for no answer. */
  failures: string[]
  statuses: Record<string, number>
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  worst: number
}

export async function load(
  origin: string,
  seconds: number,
  connections: number,
  paths: string[],
  /** Milliseconds that each reader takes before the next page. */
  pause = 0,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const started = performance.now()
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const failures: string[] = []
  let failed = 0
  let next = 0
  const reader = async () => {
    while (performance.now() - started < seconds * 1000) {
      const path = paths[next++ % paths.length] ?? '/'
      const from = performance.now()
      const status = await ask(agent, origin + path)
      times.push(performance.now() - from)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 0 || status >= 500) {
        failed++
        if (failures.length < 10) failures.push(`${path} ${status}`)
      }
      if (pause > 0) await wait(pause)
    }
  }
  await Promise.all(Array.from({ length: connections }, reader))
  const took = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return {
    ...{ requests: times.length, failed, statuses, perSecond: Math.round(times.length / took) },
    ...{ p50: at(0.5), p99: at(0.99), worst: at(0.99999), failures },
  }
}

/**
 * The status, or 0 where there was no whole answer within 30 seconds. A kept connection that the server ended in the very moment
 * it was used again is no answer lost: every browser asks once more, and so does this.
 */
function ask(agent: Agent, url: string, again = true): Promise<number> {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: 30_000 }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.complete ? (response.statusCode ?? 0) : 0))
      response.on('error', () => resolve(0))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(again && request.reusedSocket ? ask(agent, url, false) : 0))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [origin, seconds, connections, paths] = process.argv.slice(2)
  if (!origin || !seconds || !connections || !paths) {
    console.error('Usage: npx tsx bench/load.ts <origin> <seconds> <connections> <path,path…>')
    process.exit(2)
  }
  console.log(JSON.stringify(await load(origin, Number(seconds), Number(connections), paths.split(','))))
}
