import { type LooseDate, readLooseDate } from '../loose-date'

/** WordPress writes each date twice, as it was there and in UTC; the difference is the offset. Drafts have zeros. */
export function wordpressDate(local: string, utc: string): LooseDate | undefined {
  const [here, there] = [Date.parse(`${local.replace(' ', 'T')}Z`), Date.parse(`${utc.replace(' ', 'T')}Z`)]
  if (Number.isNaN(here) || local.startsWith('0000')) return undefined
  if (Number.isNaN(there) || utc.startsWith('0000')) return readLooseDate(`${local} +00:00`, 'UTC')
  const minutes = Math.round((here - there) / 60_000)
  if (Math.abs(minutes) > 14 * 60) return readLooseDate(`${utc} +00:00`, 'UTC')
  const two = (part: number) => String(part).padStart(2, '0')
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
  const read = readLooseDate(`${local} ${offset}`, 'UTC')
  // The day in its address is the one there.
  return read && { ...read, at: `${local.replace(' ', 'T')}${offset}` }
}
