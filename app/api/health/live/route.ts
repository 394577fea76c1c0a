import { connection } from 'next/server'

/** The process answers. Nothing else is looked at. */
export async function GET() {
  await connection()
  return Response.json({ live: true }, { headers: { 'Cache-Control': 'no-store' } })
}
