const letter = String.raw`\p{L}\p{N}`
/** Texts that stand for themselves in YAML: they begin with a letter, and hold no sign that could mean more. */
const text = String.raw`\p{L}(?:[${letter} ,.;()!?'’‘“”–—…/+&%$_-]*[${letter}.()!?’”…%+/_-])?`
const inList = String.raw`\p{L}(?:[${letter} ./+&%$_-]*[${letter}.%+/_-])?`
const day = String.raw`\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?: ?[+-]\d\d:?\d\d)?)?`
const address = `(?:https?:/)?/[A-Za-z0-9./_-]*[A-Za-z0-9/_-]`
const quoted = `"[${letter} ,.;:#()!?'’‘“”–—…/+&%$_-]*"`
const list = String.raw`\[(?:${inList}(?:, ${inList})*)?\]`
const pair = `[a-z]{1,20}: ${inList}`

const name = '[A-Za-z][A-Za-z_-]{0,39}'
const one = `(?:${text}|${day}|${address}|${quoted})`
const line = new RegExp(`^(${name}):(?: (?:(${one})|(${list})|\\{ (${pair}(?:, ${pair})*) \\}))?$`, 'u')
const indentedLine = new RegExp(`^ {2}(- | {2})?(?:(${name}): )?(${one})$`, 'u')
/** YAML has other readings of these. */
const reserved = /^(?:true|false|null)$/i

type Mapping = Map<string, unknown>
type Block = { key: string; items: (string | Mapping)[]; isList?: boolean }

/**
 * Front matter of which every line is plainly `key: value`, as most is, without the parser, which takes ten times as
 * long; undefined where anything could have a second meaning. Answers what the parser answers, or nothing.
 */
export function parseSimpleYaml(head: string): Record<string, unknown> | undefined {
  const data: Mapping = new Map()
  let block: Block | undefined
  const close = () => {
    if (block && block.items.length === 0) return false
    if (block) data.set(block.key, blockValue(block))
    block = undefined
    return true
  }
  for (const written of head.split('\n')) {
    if (written === '' && !block) continue
    if (written.startsWith(' ')) {
      if (!block || !addTo(block, written)) return undefined
      continue
    }
    if (!close()) return undefined
    if (written === '') continue
    const [, key, plain, entries, pairs] = line.exec(written) ?? []
    if (key === undefined || data.has(key) || reserved.test(key)) return undefined
    if ((plain ?? entries ?? pairs) === undefined) {
      block = { key, items: [] }
      // Its place in the order of the keys.
      data.set(key, undefined)
      continue
    }
    const value = plain === undefined ? parseInline(entries, pairs) : parseScalar(plain)
    if (value === undefined) return undefined
    data.set(key, value)
  }
  return close() ? Object.fromEntries(data) : undefined
}

/** A line of a list, of a mapping, or of a list of mappings, indented by two spaces; false for any other. */
function addTo(block: Block, written: string): boolean {
  const [, mark, key, plain = ''] = indentedLine.exec(written) ?? []
  const value = reserved.test(plain) ? undefined : parseScalar(plain)
  if (value === undefined || plain === '' || (key !== undefined && reserved.test(key))) return false
  const isItem = mark === '- '
  block.isList ??= isItem
  if (block.isList !== (mark !== undefined)) return false
  if (isItem || block.items.length === 0) {
    block.items.push(key === undefined ? String(value) : new Map([[key, value]]))
    return isItem || (mark === undefined && key !== undefined)
  }
  const last = block.items.at(-1)
  if (key === undefined || !(last instanceof Map) || last.has(key)) return false
  last.set(key, value)
  return true
}

function blockValue({ items, isList }: Block) {
  const values = items.map((item) => (item instanceof Map ? Object.fromEntries(item) : item))
  return isList ? values : values[0]
}

function parseScalar(plain: string): string | boolean | undefined {
  if (plain.startsWith('"')) return plain.slice(1, -1)
  if (plain === 'true' || plain === 'false') return plain === 'true'
  return reserved.test(plain) ? undefined : plain
}

function parseInline(entries = '', pairs = '') {
  if (entries) {
    const all = entries === '[]' ? [] : entries.slice(1, -1).split(', ')
    return all.some((entry) => reserved.test(entry)) ? undefined : all
  }
  const found = pairs.split(', ').map((one) => one.split(': '))
  const keys = new Set(found.map(([key]) => key))
  if (keys.size < found.length || found.flat().some((part) => reserved.test(part))) return undefined
  return Object.fromEntries(found)
}
