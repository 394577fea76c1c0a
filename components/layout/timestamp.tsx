import { formatDateTime, formatDay, hasTime } from '@/lib/dates'

/** A moment as the reader sees it, with the machine's form beside it. A day without a time stays a day. */
export function Timestamp({ at, short = false }: { at: string; short?: boolean }) {
  return <time dateTime={at}>{short || !hasTime(at) ? formatDay(at) : formatDateTime(at)}</time>
}
