import { parseDocument, visit } from 'yaml'

/** A YAML file of another system: its values, or why it cannot be read. */
export type Yaml = { data: Record<string, unknown>; fault?: { line: number; message: string } }

/**
 * Reads YAML as Ruby does where our own reader is stricter: 1.1 with `yes` and merges, keys twice. Anchors count up to a
 * limit, since a few lines of them can stand for gigabytes; brackets that nest deep take the parser minutes.
 */
export function readYaml(text: string): Yaml {
  const refuse = (line: number, message: string): Yaml => ({ data: {}, fault: { line, message } })
  const deep = tooDeep(text)
  if (deep) return refuse(deep, 'Brackets or question marks nest too deep.')
  try {
    const document = parseDocument(text, {
      version: '1.1',
      schema: 'yaml-1.1',
      customTags: (tags) => tags.filter((tag) => tag !== 'timestamp' && !isTag(tag, 'timestamp')),
      uniqueKeys: false,
      strict: false,
      merge: true,
      prettyErrors: true,
      logLevel: 'silent',
    })
    const fault = document.errors[0]
    if (fault) return refuse(fault.linePos?.[0].line ?? 1, fault.message.split('\n')[0] ?? '')
    visit(document, {
      Scalar: (_, node) => {
        // `version: 1.10` and `time: 12:30` are 1.1 and 750 to YAML; what the author wrote is kept.
        if (typeof node.value === 'number' && node.source !== String(node.value)) node.value = node.source
        // Written so, with seconds and without quotes, it is UTC to YAML, whatever the site's time zone is.
        if (node.type === 'PLAIN' && timestamp.test(node.source ?? '')) node.value = `${node.source} +00:00`
      },
    })
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    if (data === null || data === undefined) return { data: {} }
    if (typeof data !== 'object' || Array.isArray(data)) return refuse(1, 'It is not a list of "key: value".')
    return { data: plain(data) }
  } catch (error) {
    return refuse(1, error instanceof Error ? error.message : String(error))
  }
}

const timestamp = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?$/

const isTag = (tag: unknown, name: string) =>
  typeof tag === 'object' && tag !== null && 'tag' in tag && String(tag.tag).endsWith(name)

/** Sets, binary data and the like as what YAML 1.2 core knows, so that it can be written again. */
function plain(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value instanceof Map ? Object.fromEntries(value) : value))
}

function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]|(?<=^|[\s?])\?(?=\s)/gm)) {
    depth += sign === ']' || sign === '}' ? -1 : 1
    if (depth < 0) depth = 0
    if (depth > 60) return text.slice(0, index).split('\n').length
  }
  return undefined
}
