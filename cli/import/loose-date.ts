import { parseDate } from '@/lib/dates'

/**
 * A date as other systems take it. `written` is how it stands in a post here: a day, or a time with the offset it was
 * given with; `at` is ISO 8601 in the zone of the old site, from which its address was made. `guessed` says that a part
 * of the text was left out or read into it.
 */
export type LooseDate = { written: string; at: string; guessed: boolean }

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** As Ruby reads them; other letters mean other times in other countries. */
const zones: Record<string, string> = {
  ...{
    utc: '+00:00',
    gmt: '+00:00',
    z: '+00:00',
    est: '-05:00',
    edt: '-04:00',
    cst: '-06:00',
    cdt: '-05:00',
  },
  ...{ mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00' },
}

const day = /(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})/
const monthFirst = /(?<name>[a-z]{3})[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})/
const dayFirst = /(?:[a-z]{3,9},\s*)?(?<d>\d{1,2})\s+(?<name>[a-z]{3})[a-z]*\.?,?\s+(?<y>\d{4})/
const time = /^[t\s,]+(?:at\s+)?(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]m)?/
const offset = /^\s*(?:(?<word>[a-z]{1,4})\b|(?<sign>[+-])(?<oh>\d{1,2}):?(?<om>\d{2}))/

/** Reads what Ruby's Time.parse reads of a date, as far as sites use it. Undefined where there is no day in it. */
export function readLooseDate(text: string, zone: string): LooseDate | undefined {
  const lower = text.trim().toLowerCase()
  for (const pattern of [day, monthFirst, dayFirst]) {
    const found = new RegExp(`^${pattern.source}`).exec(lower)
    if (found?.groups) return withTime(found.groups, lower.slice(found[0].length), zone)
  }
  return undefined
}

function withTime(parts: Record<string, string>, rest: string, zone: string): LooseDate | undefined {
  const month = parts.name ? monthNames.indexOf(parts.name) + 1 : Number(parts.m)
  const date = `${parts.y}-${two(month)}-${two(parts.d)}`
  const clock = time.exec(rest)
  if (!clock?.groups) return checked(date, rest.trim() !== '', zone)
  const { h = '0', min = '00', s = '00', half } = clock.groups
  const hour = half ? (Number(h) % 12) + (half === 'pm' ? 12 : 0) : Number(h)
  const after = rest.slice(clock[0].length)
  const place = offset.exec(after)
  const known = place?.groups?.word === undefined || place.groups.word in zones
  const left = place && known ? after.slice(place[0].length) : after
  const wall = `${date} ${two(hour)}:${min}:${s}`
  const shift = known ? offsetOf(place?.groups) : undefined
  return checked(shift ? `${wall} ${shift}` : wall, left.trim() !== '', zone)
}

function offsetOf(groups: Record<string, string | undefined> = {}): string | undefined {
  const { word, sign, oh, om } = groups
  if (word) return zones[word]
  return sign && `${sign}${two(oh)}:${om}`
}

function checked(written: string, guessed: boolean, zone: string): LooseDate | undefined {
  const read = parseDate(written, zone)
  if ('problem' in read) return leaptOver(written, zone)
  const { at } = read
  if (written.length <= 10) return { written, at, guessed }
  // Without an offset it would be another moment in the publication's zone.
  const withOffset = /[+-]\d\d:\d\d$/.test(written) ? written : `${written} ${at.slice(-6)}`
  return { written: withOffset, at, guessed }
}

/** 02:30 on the day the clocks leap to 03:00: the day is right, so it is kept. */
function leaptOver(written: string, zone: string): LooseDate | undefined {
  const date = written.slice(0, 10)
  const read = parseDate(date, zone)
  return 'at' in read && written.length > 10 ? { written: date, at: read.at, guessed: true } : undefined
}

const two = (part: string | number | undefined) => String(part ?? '').padStart(2, '0')
