import { connection } from 'next/server'
import { health } from '@/lib/data/health'
import { undone } from '@/lib/publish/publication-state'

/** Whether this server can answer readers: the index is open. 503 where it is not, so that a proxy sends nobody here. */
export async function GET() {
  await connection()
  const { ready, ...facts } = await health()
  const { needsDeployment = [], refused = [] } = undone(process.cwd()) ?? {}
  return Response.json(
    { ready, ...facts, needsDeployment, refused },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
