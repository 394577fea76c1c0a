import { connection } from 'next/server'
import { getHealth } from '@/lib/data/health'
import { readUnpublishedChanges } from '@/lib/publish/publication-state'

/** Readiness check: 200 if the index is open, otherwise 503, so that a proxy sends no readers to this server. */
export async function GET() {
  await connection()
  const { ready, ...facts } = await getHealth()
  const { needsDeployment = [], refused = [] } = readUnpublishedChanges(process.cwd()) ?? {}
  return Response.json(
    { ready, ...facts, needsDeployment, refused },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
