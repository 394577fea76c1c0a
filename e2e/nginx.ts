import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether nginx is installed on this machine. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0

/**
 * Starts nginx with deploy/nginx.conf on a loopback `port`, in front of a server on the port `upstream`. Only paths, ports
 * and the rate limit differ. `forget` empties its cache.
 */
export function serveThroughNginx(port: number, upstream: number) {
  const folder = join(process.cwd(), '.scratch', `nginx-${port}`)
  const copies = join(folder, 'copies')
  const forget = () => {
    rmSync(copies, { recursive: true, force: true })
    mkdirSync(copies, { recursive: true, mode: 0o777 })
  }
  rmSync(folder, { recursive: true, force: true })
  forget()
  const configuration = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('/run/nginx.pid', join(folder, 'nginx.pid'))
    .replaceAll('/var/log/nginx/', `${folder}/`)
    .replace('/var/cache/nginx/copydesk', copies)
    .replace('listen 80 default_server', `listen 127.0.0.1:${port} default_server`)
    .replace(/server 127\.0\.0\.1:300\d max_fails=1/g, `server 127.0.0.1:${upstream} max_fails=0`)
    .replaceAll(/rate=\d+r\/s/g, 'rate=100000r/s')
  const file = join(folder, 'nginx.conf')
  // Started as root, nginx would run as another user, who may have no access to the checkout.
  writeFileSync(file, process.getuid?.() === 0 ? `user root;\n${configuration}` : configuration)
  execFileSync('nginx', ['-c', file])
  return {
    url: `http://127.0.0.1:${port}`,
    forget,
    stop: () => process.kill(Number(readFileSync(join(folder, 'nginx.pid'), 'utf8')), 'SIGTERM'),
  }
}
