/** S8: cached pages through nginx with deploy/nginx.conf, asked by wrk, all on this machine. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figure'
import { port } from './site'

const has = (program: string) => {
  try {
    execFileSync('which', [program])
    return true
  } catch {
    return false
  }
}

export async function behindNginx(origin: string, paths: string[]): Promise<Figure[]> {
  if (!has('nginx') || !has('wrk')) {
    console.log('  left out (Debian: apt-get install nginx wrk)')
    return []
  }
  const place = join(process.cwd(), '.scratch', 'bench-nginx')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(join(place, 'cache'), { recursive: true })
  const at = `127.0.0.1:${port + 3}`
  const config = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('/run/nginx.pid', `${place}/nginx.pid`)
    .replace('/var/log/nginx/error.log', `${place}/nginx.log`)
    .replace('/var/cache/nginx/copydesk', `${place}/cache`)
    .replace(/server 127.0.0.1:300[23].*\n/g, '')
    .replace('127.0.0.1:3001', new URL(origin).host)
    .replace('listen 80 default_server', `listen ${at} default_server`)
    // One machine asks here for all readers.
    .replace('rate=100r/s', 'rate=1000000r/s')
  writeFileSync(join(place, 'nginx.conf'), config)
  execFileSync('nginx', ['-c', join(place, 'nginx.conf')])
  try {
    const script = `local paths = { ${paths.map((path) => `"${path}"`).join(', ')} }
local n = 0
request = function() n = n % #paths + 1; return wrk.format("GET", paths[n], { ["Accept-Encoding"] = "gzip" }) end`
    writeFileSync(join(place, 'paths.lua'), script)
    for (const path of paths) await (await fetch(`http://${at}${path}`)).arrayBuffer()
    const said = execFileSync(
      'wrk',
      ['-t1', '-c32', '-d10s', '--latency', '-s', join(place, 'paths.lua'), `http://${at}`],
      { encoding: 'utf8' },
    )
    if (/Non-2xx|Socket errors/.test(said)) throw new Error(said)
    const [, amount = '', unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? []
    return [
      {
        ...{ goal: 'S8', what: 'cached pages through nginx', unit: 'a second' },
        value: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]),
        asked: { of: 'value', least: 10_000 },
      },
      {
        ...{ goal: 'S8', what: '… p99', unit: 'ms' },
        value: Number(amount) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? Number.NaN),
        asked: { of: 'value', most: 10 },
      },
    ]
  } finally {
    process.kill(Number(readFileSync(join(place, 'nginx.pid'), 'utf8')))
  }
}
