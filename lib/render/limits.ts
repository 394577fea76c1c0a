import type { Nodes as HtmlNodes } from 'hast'
import type { Nodes } from 'mdast'
import type { Report } from './body'
import { type Complexity, measureComplexity } from './complexity'

/**
 * Limits measured so that the slowest body that passes is rendered in about a second; the fullest of 607 real posts
 * stays at a tenth of each. Beyond them a few kilobytes can hold a process for minutes.
 */
const limits: Record<keyof Complexity, [most: number, message: (most: number) => string]> = {
  bytes: [196_608, () => 'The text is longer than 192 KB. Make two posts of it.'],
  nesting: [20, (most) => `Quotes and lists are more than ${most} deep here. Use fewer levels.`],
  indent: [100, (most) => `A list is indented by more than ${most} spaces. Use fewer levels.`],
  delimiterPairs: [
    1_000_000,
    () =>
      'A paragraph has too many emphasis marks or brackets. Put a backslash before those that are only signs.',
  ],
  tableCells: [
    4_000,
    (most) => `The tables have more than ${most} cells. Shorten them, or link to the data.`,
  ],
  tokens: [
    4_000,
    () => 'The text has too many lines, marks and tags to be read in time. Make two posts of it.',
  ],
  underlines: [500, (most) => `More than ${most} lines consist of - or = only. Write headings with #.`],
  tags: [
    1_500,
    (most) => `The text has more than ${most} HTML tags. Write Markdown, or make two posts of it.`,
  ],
  reopenedTags: [
    30,
    (most) => `More than ${most} tags like <b> or <font> have attributes. Write **bold** and *italic*.`,
  ],
  longestWord: [
    20_000,
    (most) => `A word has more than ${most} characters. Put pictures in files, not in text.`,
  ],
}

/** Reports what would take too long to read. To be asked before any parser sees the text. */
export function checkLimits(source: string, report: Report): Complexity {
  const complexity = measureComplexity(source)
  for (const [name, [most, message]] of Object.entries(limits))
    if (complexity[name as keyof Complexity] > most) report(undefined, message(most), 'size')
  const load = addedUp.reduce((sum, name) => sum + complexity[name] / limits[name][0], 0)
  if (load > 1.5)
    report(undefined, 'The text is too intricate to be read in time. Make two posts of it.', 'size')
  return complexity
}

/** What takes time rather than depth; a body near the limit in one of these may not be near it in the next. */
const addedUp = ['bytes', 'delimiterPairs', 'tableCells', 'tokens', 'tags', 'longestWord'] as const

/**
 * Whether a body is so ordinary that it need not be tried out: its tree can be neither too deep nor too large. Most are.
 * Tags of .mdx are words, whose tree has been looked at by then; 25 of HTML are not enough to nest too deep.
 */
export function isSimple(
  { tags, delimiterPairs, tableCells, nesting, longestWord }: Complexity,
  format: 'md' | 'mdx',
): boolean {
  return (
    (format === 'mdx' || tags < 25) &&
    delimiterPairs < 100_000 &&
    tableCells < 500 &&
    nesting < 8 &&
    longestWord < 1_000
  )
}

/** Real posts stay below 20. The code that is made of the tree recurses, and runs out of stack at some hundreds. */
const maxDepth = 60
/** Characters of text and attributes: a definition used a thousand times is written out a thousand times. */
const maxCharacters = 1_000_000
const most = 30_000

/** Reports a tree of either kind that is too deep or too large to go on with. */
export function checkTreeSize(tree: Nodes | HtmlNodes, report: Report) {
  let nodes = 0
  let size = 0
  const pending: { node: Nodes | HtmlNodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next
    nodes += 1
    if ('value' in node) size += node.value.length
    if ('properties' in node)
      for (const value of Object.values(node.properties)) size += String(value ?? '').length
    if (depth > maxDepth)
      return report(
        node.position?.start,
        `This is nested more than ${maxDepth} deep. Use fewer levels.`,
        'size',
      )
    if (nodes > most || size > maxCharacters)
      return report(undefined, 'The text grows too large when it is shown. Make two posts of it.', 'size')
    if ('children' in node) for (const child of node.children) pending.push({ node: child, depth: depth + 1 })
  }
}
