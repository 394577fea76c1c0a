/** A piece of a text that means something to Liquid: an output, a tag, or a block with all that is in it. */
export type LiquidPiece = {
  start: number
  end: number
  /** `output`, or the tag's name. */
  name: string
  /** What stands after the name. */
  args: string
  /** The inside of a block. */
  inner?: { start: number; end: number }
  /** A tag that opens a block nothing closes, or the other way round. */
  broken?: boolean
}

type Token = Pick<LiquidPiece, 'start' | 'end' | 'name' | 'args'>

const blocks = new Set(
  'raw comment highlight codeblock if unless for case capture tablerow blockquote pullquote cache'.split(' '),
)
/** Nothing inside of these means anything, not even an output that is not closed. */
const opaque = new Set(['raw', 'comment', 'codeblock'])

/** The pieces of a text, from the outside: what is in a block belongs to it. */
export function liquidPieces(text: string): LiquidPiece[] {
  const pieces: LiquidPiece[] = []
  for (let open = nextToken(text, 0); open; open = nextToken(text, pieces.at(-1)?.end ?? text.length)) {
    const close = blocks.has(open.name) ? closing(text, open) : undefined
    const isPart = blocks.has(open.name) || /^(?:end\w+|els\w+|when)$/.test(open.name)
    if (close) pieces.push({ ...open, end: close.end, inner: { start: open.end, end: close.start } })
    else pieces.push(isPart ? { ...open, broken: true } : open)
  }
  return pieces
}

function nextToken(text: string, from: number): Token | undefined {
  const token = /\{\{([^{}]*)\}\}|\{%-?\s*(\w+)([\s\S]*?)-?%\}/g
  token.lastIndex = from
  const found = token.exec(text)
  if (!found) return undefined
  const [all, output, name = 'output', inTag = ''] = found
  const args = (output ?? inTag).replace(/^-|-$/g, '').trim()
  return { start: found.index, end: found.index + all.length, name, args }
}

function closing(text: string, { name, end }: Token): Token | undefined {
  if (opaque.has(name)) return endOf(text, name, end)
  let depth = 0
  for (let here = nextToken(text, end); here; here = nextToken(text, here.end)) {
    if (here.name === `end${name}` && depth-- === 0) return here
    if (here.name === name) depth++
    if (opaque.has(here.name)) here = endOf(text, here.name, here.end) ?? here
  }
  return undefined
}

function endOf(text: string, name: string, from: number): Token | undefined {
  const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g')
  end.lastIndex = from
  const found = end.exec(text)
  return found ? { start: found.index, end: end.lastIndex, name: `end${name}`, args: '' } : undefined
}
