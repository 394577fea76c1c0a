/** What makes a body slow to read, counted in one pass over its text, before any parser sees it. */
export type Complexity = {
  bytes: number
  /** The most quote and list markers before the text of one line, and the furthest column one stands in. */
  nesting: number
  indent: number
  /** Emphasis marks and brackets, squared block by block and added up: the parser tries to pair each with each. */
  delimiterPairs: number
  /** Cells the tables can come to: the most bars in a line times the lines of the block, for all blocks. */
  tableCells: number
  /** Lines, marks, brackets, bars and the like: the pieces the parser makes nodes of. */
  tokens: number
  underlines: number
  tags: number
  /** Raw tags like `<b title=…>` that HTML opens again in every following paragraph. */
  reopenedTags: number
  /** 0 where that is no remarkable length. */
  longestWord: number
}

const container = /^(?:[ \t>]|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/

/** Counts a body in time that grows with its length only. What is not in it at all, as most is, is not looked for by line. */
export function measureComplexity(source: string): Complexity {
  const hasTags = source.includes('<')
  const total: Complexity = {
    bytes: Buffer.byteLength(source),
    nesting: 0,
    indent: 0,
    delimiterPairs: 0,
    tableCells: 0,
    tokens: 0,
    underlines: 0,
    tags: hasTags ? count(source, /<[a-z]/gi) : 0,
    reopenedTags: hasTags
      ? count(source, /<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/]/gi)
      : 0,
    longestWord: longestWord(source),
  }
  const [hasMarks, hasBrackets, hasBars] = [/[*_~]/, /[[\]]/, /\|/].map((sign) => sign.test(source))
  let block = { marks: 0, brackets: 0, bars: 0, lines: 0 }
  const close = () => {
    total.delimiterPairs += block.marks ** 2 + block.brackets ** 2
    total.tableCells += block.bars * block.lines
    total.tokens += block.marks + block.brackets
    block = { marks: 0, brackets: 0, bars: 0, lines: 0 }
  }
  for (const line of source.split(source.includes('\r') ? /\r\n?|\n/ : '\n')) {
    const prefix = container.exec(line)?.[0] ?? ''
    const markers = prefix === '' ? 0 : count(prefix, />|[-+*]|\d+[.)]/g)
    total.nesting = Math.max(total.nesting, markers)
    if (markers > 0) total.indent = Math.max(total.indent, prefix.trimEnd().replaceAll('\t', '    ').length)
    total.tokens += 1 + markers
    if (/^[\s>]*$/.test(line)) {
      close()
      continue
    }
    if (/^[\s>]*(?:=+|-+)\s*$/.test(line)) total.underlines += 1
    block.lines += 1
    if (hasMarks) block.marks += count(line, /[*_~]/g)
    if (hasBrackets) block.brackets += count(line, /[[\]]/g)
    if (hasBars) block.bars = Math.max(block.bars, count(line, /\|/g))
  }
  close()
  // The dot before the letter: there are many letters and few dots.
  total.tokens += total.tags + count(source, /[`&\\@{]|!\[|\.(?<=\w\.)\w\.?/g)
  return total
}

/** 0 where none has over two hundred characters, which is seen by looking at every two-hundredth or so. */
function longestWord(source: string): number {
  for (let start = 0; start + 200 <= source.length; ) {
    let at = start + 199
    while (at >= start && source.charCodeAt(at) > 32) at--
    if (at < start) return Math.max(0, ...(source.match(/\S+/g) ?? []).map((word) => word.length))
    start = at + 1
  }
  return 0
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found += 1
  return found
}
