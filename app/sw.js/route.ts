import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptPages } from '@/lib/offline-cache'
import { offlinePath, savedPath } from '@/lib/urls'
import { site } from '@/site.config'

// Each path in full: a variable would make Next put the whole project beside the server.
const worker = () => readFileSync(join(process.cwd(), 'app/sw.js/worker.js'), 'utf8')
const farewell = () => readFileSync(join(process.cwd(), 'app/sw.js/unregister.js'), 'utf8')
const buildId = () => readFileSync(join(process.cwd(), '.next/BUILD_ID'), 'utf8')

/**
 * The worker that keeps stories for reading without a connection. Each build sends another one, so that browsers take it
 * up. In development, and where `offlineReading` is off, they get one that removes itself and all it kept.
 */
export function GET() {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (!site.offlineReading || process.env.NODE_ENV !== 'production')
    return new Response(farewell(), { headers })
  const facts = { keptPages, offline: offlinePath(), shell: [offlinePath(), savedPath()] }
  const build = `// Build ${buildId()}\nconst facts = ${JSON.stringify(facts)}\n`
  return new Response(build + worker(), { headers })
}
