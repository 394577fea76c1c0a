import { site } from '@/site.config'

const zoneOffset = new Map<string, Intl.DateTimeFormat>()

const day = 86_400_000
const offsetOfDay = new Map<string, number | undefined>()

/** Minutes that the zone's clocks are ahead of UTC at that instant. Whole minutes: ISO 8601 has no more. */
function offsetAt(instant: number, timeZone: string): number {
  // A question to Intl takes longer than the rest of the date; no zone changes its clocks twice a day.
  const start = Math.floor(instant / day) * day
  const key = `${start} ${timeZone}`
  if (!offsetOfDay.has(key)) {
    const [first, next] = [computeOffset(start, timeZone), computeOffset(start + day, timeZone)]
    if (offsetOfDay.size > 10_000) offsetOfDay.clear()
    offsetOfDay.set(key, first === next ? first : undefined)
  }
  return offsetOfDay.get(key) ?? computeOffset(instant, timeZone)
}

function computeOffset(instant: number, timeZone: string): number {
  let clock = zoneOffset.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    zoneOffset.set(timeZone, clock)
  }
  const part: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000)
}

/** An instant as ISO 8601 with the zone's offset: `2023-03-16T00:00:00+01:00`. */
export function toZonedIso(instant: number | Date, timeZone: string = site.timeZone): string {
  const at = Number(instant)
  const offset = offsetAt(at, timeZone)
  const wall = new Date(at + offset * 60_000).toISOString().slice(0, 19)
  const pad = (n: number) => String(n).padStart(2, '0')
  const size = Math.abs(offset)
  return `${wall}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:[ \t]*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/

/**
 * A date as authors write it: `2023-03-16`, `2023-03-16 10:00`, `2023-03-16 10:00:00 +0530` or ISO 8601.
 * A day without a time is its first moment in the zone; a time without an offset is a time there.
 */
export function parseDate(text: string, timeZone: string): { at: string } | { problem: string } {
  const found = pattern.exec(text.trim())
  if (!found) {
    return { problem: `"${shorten(text)}" is not a date. Write it like 2026-03-16 or 2026-03-16 10:00.` }
  }
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.map((part) =>
    Number(part ?? 0),
  )
  const wrong = dayFault(text.trim(), year, month, day) ?? timeFault(text.trim(), hour, minute, second)
  if (wrong) return { problem: wrong }
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const offset = found[7]
  if (offset) {
    const minutes = minutesOf(offset)
    if (minutes === undefined)
      return { problem: `"${offset}" is not an offset from UTC. Write it like +02:00.` }
    return { at: toZonedIso(wall - minutes * 60_000, timeZone) }
  }
  return found[4] === undefined ? startOfDay(wall, timeZone) : clockTime(wall, timeZone)
}

function dayFault(text: string, year: number, month: number, day: number): string | undefined {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (year < 1000) return `"${text}" has no usable year. Write four digits, as in 2026-03-16.`
  if (month < 1 || month > 12) return `"${text}" is not a day. The second number is the month, 1 to 12.`
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > days)
    return `"${text}" is not a day. ${formatMonth(year, month, 'en')} has ${days} days.`
}

function timeFault(text: string, hour: number, minute: number, second: number): string | undefined {
  if (hour < 24 && minute < 60 && second < 60) return
  return `"${text}" is not a time. The day runs from 00:00 to 23:59:59.`
}

function minutesOf(offset: string): number | undefined {
  if (!/^[+-]/.test(offset)) return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || 0)]
  if (hours > 14 || minutes > 59) return undefined
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** The instants at which the zone's clocks show that wall time: one; two when they go back; none when they leap over it. */
function instantsOf(wall: number, timeZone: string): number[] {
  const offsets = new Set([offsetAt(wall - day, timeZone), offsetAt(wall + day, timeZone)])
  return [...offsets]
    .map((offset) => ({ offset, instant: wall - offset * 60_000 }))
    .filter(({ offset, instant }) => offsetAt(instant, timeZone) === offset)
    .map(({ instant }) => instant)
    .sort((a, b) => a - b)
}

/** Where clocks leap at midnight (Cairo, Beirut), the day starts after the leap. */
function startOfDay(wall: number, timeZone: string): { at: string } {
  const leap = wall - offsetAt(wall - 86_400_000, timeZone) * 60_000
  return { at: toZonedIso(instantsOf(wall, timeZone)[0] ?? leap, timeZone) }
}

function clockTime(wall: number, timeZone: string): { at: string } | { problem: string } {
  const [instant] = instantsOf(wall, timeZone)
  if (instant !== undefined) return { at: toZonedIso(instant, timeZone) }
  const after = toZonedIso(wall - offsetAt(wall - 86_400_000, timeZone) * 60_000, timeZone)
  const show = (iso: string) => iso.slice(0, 16).replace('T', ' ')
  const written = show(new Date(wall).toISOString())
  return {
    problem: `${written} does not exist in ${timeZone}: the clocks go forward over it. Write ${show(after)}.`,
  }
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const formatters = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs a hundred times more than using one.
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join()}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: site.timeZone, ...options })
  formatters.set(key, made)
  return made
}

const dayStyle = { year: 'numeric', month: 'long', day: 'numeric' } as const
const timeStyle = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** The day in the publication's zone, for people: `March 16, 2023`. */
export function formatDay(iso: string, locale: string = site.language): string {
  return formatter(locale, dayStyle).format(Date.parse(iso))
}

/** The time of day in the publication's zone: `10:00`. */
export function formatTime(iso: string, locale: string = site.language): string {
  return formatter(locale, timeStyle).format(Date.parse(iso))
}

/** Day, time and zone: `March 16, 2023 at 10:00 GMT+1`. */
export function formatDateTime(iso: string, locale: string = site.language): string {
  return formatter(locale, { ...dayStyle, ...timeStyle, timeZoneName: 'short' }).format(Date.parse(iso))
}

/** A month of the archive, counted from 1: `March 2023`. */
export function formatMonth(year: number, month: number, locale: string = site.language): string {
  const date = Date.UTC(year, month - 1, 1)
  return formatter(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(date)
}

/** A month's name, counted from 1: `March`. */
export function formatMonthName(month: number, locale: string = site.language): string {
  return formatter(locale, { timeZone: 'UTC', month: 'long' }).format(Date.UTC(2000, month - 1, 1))
}

/** The day in the publication's zone as `YYYY-MM-DD`. */
export function dayOf(iso: string): string {
  return toZonedIso(Date.parse(iso)).slice(0, 10)
}

/** Whether a time of day was given: false at exactly midnight in the publication's zone. */
export function hasTime(iso: string): boolean {
  return toZonedIso(Date.parse(iso)).slice(11, 19) !== '00:00:00'
}
