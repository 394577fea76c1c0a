/**
 * What an operator reads: one line for each event, on standard output. For people by default, JSON with LOG_FORMAT=json.
 * docs/deploy.md lists the events and their fields; both are an interface, so nothing is renamed there.
 */
type Level = 'info' | 'warn' | 'error'
type Value = string | number | boolean | readonly string[] | undefined

/** Every event that is logged, how serious it is, and its fields in their order. */
const events = {
  publication: {
    level: 'info',
    fields: ['source', 'commit', 'added', 'updated', 'removed', 'heldBack', 'milliseconds'],
  },
  'needs-deployment': { level: 'warn', fields: ['source', 'files'] },
  'not-taken': { level: 'warn', fields: ['source', 'file', 'reason'] },
  'publication-failed': { level: 'error', fields: ['source', 'reason'] },
  'held-back': { level: 'warn', fields: ['file', 'line', 'column', 'rule'] },
  'held-back-over': { level: 'info', fields: ['file'] },
  'delivery-refused': { level: 'warn', fields: ['status', 'reason', 'delivery', 'notLogged'] },
  'delivery-ignored': { level: 'info', fields: ['reason', 'delivery'] },
  refresh: { level: 'info', fields: ['source', 'pages'] },
  'refresh-failed': { level: 'error', fields: ['route', 'error', 'reason'] },
  'request-failed': { level: 'error', fields: ['route', 'error'] },
  reconciliation: { level: 'info', fields: ['pages', 'buildId', 'synced', 'milliseconds'] },
} as const satisfies Record<string, { level: Level; fields: readonly string[] }>

export type LogEvent = keyof typeof events
type Fields<E extends LogEvent> = { [Field in (typeof events)[E]['fields'][number]]?: Value }

/** Writes the line of an event. Fields that are undefined are left out. */
export function log<E extends LogEvent>(event: E, fields: Fields<E>): void {
  console.log(logLine(event, fields, new Date(), process.env.LOG_FORMAT === 'json'))
}

/** The line, without its end. Whatever a value holds, it is one line, and no part of it looks like another field. */
export function logLine<E extends LogEvent>(event: E, fields: Fields<E>, now: Date, json: boolean): string {
  const { level, fields: order } = events[event]
  const given = fields as Record<string, Value>
  const known = order.flatMap((name): [string, Value][] =>
    given[name] === undefined ? [] : [[name, shortened(given[name])]],
  )
  const time = now.toISOString()
  if (json) return escaped(JSON.stringify({ time, level, event, ...Object.fromEntries(known) }))
  const text = known.map(([name, value]) => `${name}=${plain(value)}`)
  return [time, level.padEnd(5), event, ...text].join(' ')
}

/** As it is where that cannot be misread, else in quotes as JSON has them. */
function plain(value: Value): string {
  const text = typeof value === 'object' ? value.join(',') : String(value)
  return /^[\p{L}\p{N}._/:@+,-]+$/u.test(text) ? text : escaped(JSON.stringify(text))
}

// Characters that end a line somewhere, move the cursor, or turn the direction of the text. JSON leaves many as they are.
const control = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const escaped = (json: string) =>
  json.replace(control, (letter) =>
    [...Array(letter.length).keys()]
      .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )

const longest = 500

function shortened(value: Value): Value {
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value
  if (typeof value !== 'object') return value
  const more = value.length > 50 ? [`… ${value.length - 50} more`] : []
  return [...value.slice(0, 50).map((item) => String(shortened(item))), ...more]
}

/** What a program said, for a log: without the name and password that an address may hold. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*(?:@[^\s/@]*)*@/gi, '$1…@')
    .replace(/\b(gh[a-z]_|github_pat_|glpat-)\w+/g, '$1…')
    .replace(/(authorization:\s*\w+\s+|[?&](?:access_)?token=)[^\s&]+/gi, '$1…')
}

/** What is known of an error without its text, in which words of a post or a reader may be. */
export const errorName = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const { code, digest } = error as { code?: unknown; digest?: unknown }
  return [error.name, code, digest].filter((part) => typeof part === 'string').join(' ')
}
