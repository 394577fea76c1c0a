import { formatDateTime, formatDay, hasTime } from '@/lib/dates'

/** A date in the reader's format inside a `<time>` element. `short`, or a value without a time of day, shows only the day. */
export function Timestamp({ at, short = false }: { at: string; short?: boolean }) {
  return <time dateTime={at}>{short || !hasTime(at) ? formatDay(at) : formatDateTime(at)}</time>
}
