import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offlineCaches } from '@/lib/offline-caches'
import { offlinePath, savedPath } from '@/lib/urls'
import { site } from '@/site.config'

// Each path is spelled out: with a variable, Next would copy the whole project next to the server.
const worker = () => readFileSync(join(process.cwd(), 'app/sw.js/worker.js'), 'utf8')
const unregister = () => readFileSync(join(process.cwd(), 'app/sw.js/unregister.js'), 'utf8')
const buildId = () => readFileSync(join(process.cwd(), '.next/BUILD_ID'), 'utf8')

/**
 * The service worker for offline reading. Each build sends a different one, so that browsers update it. In development, and
 * if `offlineReading` is off, they get one that unregisters itself and deletes its caches.
 */
export function GET() {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (!site.offlineReading || process.env.NODE_ENV !== 'production')
    return new Response(unregister(), { headers })
  const config = { offlineCaches, offline: offlinePath(), shell: [offlinePath(), savedPath()] }
  const build = `// Build ${buildId()}\nconst config = ${JSON.stringify(config)}\n`
  return new Response(build + worker(), { headers })
}
