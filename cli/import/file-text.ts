import { stringify } from 'yaml'

const limit = 15_000

/**
 * A file with front matter. What is under `imported` gives way, largest first, where the head would be larger than a head
 * may be; `dropped` names it.
 */
export function formatFileText(head: Record<string, unknown>, kept: Record<string, unknown>, body: string) {
  const dropped: string[] = []
  let rest = kept
  let yaml = asYaml({ ...head, ...(isEmpty(rest) ? {} : { imported: rest }) })
  while (Buffer.byteLength(yaml) > limit && !isEmpty(rest)) {
    const [largest = ''] = Object.keys(rest).sort(
      (a, b) => asYaml({ x: rest[b] }).length - asYaml({ x: rest[a] }).length,
    )
    dropped.push(largest)
    rest = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== largest))
    yaml = asYaml({ ...head, ...(isEmpty(rest) ? {} : { imported: rest }) })
  }
  const text = body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  return { text: `---\n${yaml}---\n${text && `\n${guarded(text)}\n`}`, dropped }
}

const isEmpty = (record: object) => Object.keys(record).length === 0

function asYaml(data: Record<string, unknown>): string {
  const options = { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false } as const
  const yaml = stringify(data, { ...options, blockQuote: false })
  // Our reader refuses brackets that nest and question marks that stand alone before it looks for quotes.
  return isOdd(yaml)
    ? stringify(escaped(data), { ...options, defaultStringType: 'QUOTE_DOUBLE' }).replaceAll(
        '\\\\u{',
        '\\u00',
      )
    : yaml
}

const isOdd = (yaml: string) =>
  /(?:^|[-:,?[{])[ \t]*\?(?=[ \t\n])/m.test(yaml) || (yaml.match(/[[{]/g) ?? []).length > 20

/** Signs in strings as `\u{5b`, which becomes `\u005b` once the string is in quotes. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/[[\]{}?]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}`)
  if (Array.isArray(value)) return value.map(escaped)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escaped(inner)]))
  return value
}

/** A body that begins like a key would be taken for front matter that ended too early. */
const guarded = (body: string) => body.replace(/^(\w+):(?=\s|$)/, '$1\\:')
