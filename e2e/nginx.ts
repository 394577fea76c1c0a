import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether there is an nginx on this machine. */
export const hasNginx = spawnSync('nginx', ['-v']).error === undefined

/** nginx with deploy/nginx.conf on a port of loopback, in front of the server on another. Ends with `stop`. */
export async function startNginx(name: string, port: number, upstream: number) {
  const place = join(process.cwd(), '.scratch', `${name}-nginx`)
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const config = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('/run/nginx.pid', `${place}/nginx.pid`)
    .replaceAll('/var/log/nginx/', `${place}/`)
    .replace('/var/cache/nginx/copydesk', `${place}/cache`)
    .replaceAll(/127\.0\.0\.1:300[123]/g, `127.0.0.1:${upstream}`)
    .replace('listen 80 default_server', `listen 127.0.0.1:${port} default_server`)
    .replaceAll(/rate=\d+r\/s/g, 'rate=100000r/s')
  writeFileSync(join(place, 'nginx.conf'), config)
  const child = spawn('nginx', ['-c', join(place, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'inherit' })
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 120 && child.exitCode === null; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill('SIGQUIT')) await ended
  }
  return { url, stop }
}
