import { connection } from 'next/server'

/** Liveness check: the process answers. Nothing else is checked. */
export async function GET() {
  await connection()
  return Response.json({ live: true }, { headers: { 'Cache-Control': 'no-store' } })
}
