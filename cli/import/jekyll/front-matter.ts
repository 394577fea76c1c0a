import { readYaml } from '../yaml'

/** A Jekyll file in its two parts. `lineOf` gives the line of a key in the file; `bodyLine` the one the body begins on. */
export type JekyllFile = {
  data: Record<string, unknown>
  body: string
  bodyLine: number
  lineOf(key: string): number
  remarks: { line: number; message: string }[]
}

const head = /^---[ \t]*\n([\s\S]*?\n?)^(?:---|\.\.\.)[ \t]*(?:\n|$(?![\s\S]))/m

/** Parts a file as Jekyll does. Undefined where there is no front matter: such a file is not Jekyll's. */
export function splitJekyllFile(text: string): JekyllFile | undefined {
  const found = text.startsWith('---') ? head.exec(text) : null
  if (found?.index !== 0) return undefined
  const [all, yaml = ''] = found
  const bodyLine = all.split('\n').length
  const lineOf = (key: string) => {
    const at = yaml.search(new RegExp(`^["']?${key.replace(/[^\w-]/g, '.')}["']?[ \\t]*:`, 'm'))
    return at < 0 ? 1 : yaml.slice(0, at).split('\n').length + 1
  }
  const rest = {
    body: text.slice(all.length),
    bodyLine: all.endsWith('\n') ? bodyLine : bodyLine + 1,
    lineOf,
  }
  const { data, fault } = readYaml(yaml)
  if (!fault) return { data, ...rest, remarks: [] }
  const { values, odd } = keyByKey(yaml)
  const message = `This is not YAML (${fault.message}). What can be read of it is ${odd.join(', ')} as text; compare it.`
  return { data: values, ...rest, remarks: odd.length > 0 ? [{ line: fault.line + 1, message }] : [] }
}

/**
 * A head that our parser refuses as a whole, key by key. Ruby's takes a quoted text that goes on without an indent; what
 * is wrong beyond that is taken for plain text, and named in `odd`.
 */
function keyByKey(yaml: string) {
  const odd: string[] = []
  const entries = yaml.split(/^(?=[\w-]+[ \t]*:(?:[ \t]|$))/m).flatMap((chunk) => {
    const [, key, value = ''] = /^([\w-]+)[ \t]*:([\s\S]*)$/.exec(chunk) ?? []
    if (!key) return []
    const found = [chunk, chunk.trimEnd().replace(/\n(?=\S)/g, '\n  ')]
      .map(readYaml)
      .find(({ fault }) => !fault)
    if (!found) odd.push(key)
    return [[key, found ? found.data[key] : value.trim().replace(/^(["'])([\s\S]*)\1$/, '$2')]]
  })
  return { values: Object.fromEntries(entries), odd }
}
