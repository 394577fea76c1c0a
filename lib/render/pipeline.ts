import type { Root as Html } from 'hast'
import type { Root as Markdown } from 'mdast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import type { PluggableList } from 'unified'
import { messages } from '@/lib/i18n/messages'
import { type Body, throwIfProblems } from './body'
import { rehypeCode } from './code'
import { remarkGuard } from './guard'
import { rehypeGuard } from './guard-output'
import { type Heading, rehypeHeadings, remarkHeadingIds } from './headings'
import { rehypeIds } from './ids'
import { checkTreeSize } from './limits'
import { rehypeLinks } from './links'
import { rehypeBoldLists, remarkLists } from './lists'
import { rehypeNoBreak } from './no-break'
import { rehypePictures } from './pictures'
import { sanitize } from './sanitize'
import { rehypeTables } from './tables'
import { remarkTypography } from './typography'

type Options = { chrome: boolean; highlight: boolean; headings: Heading[] }

/**
 * The way of a body from Markdown to the tree that is compiled. `chrome`: anchors on headings and hints on links,
 * which belong on the page but not in a feed. `highlight`: colours for code, which only a look over the body can do without. The headings found on the way are put into `headings`.
 */
export function createPipeline(body: Body, { chrome, highlight, headings }: Options) {
  const isMdx = body.format === 'mdx'
  const measure = (tree: Markdown | Html) => throwIfProblems(body, (report) => checkTreeSize(tree, report))

  const remarkPlugins: PluggableList = [
    // First: all steps below walk the tree by recursion, and an overflow in what compiles it ends the process.
    () => measure,
    remarkGfm,
    // Before the dashes become real: "a -- b" must keep its old fragment #a----b.
    [remarkHeadingIds, { explicit: !isMdx }],
    remarkLists,
    remarkTypography,
    // Last, so that nothing a step above makes slips past; next-mdx-remote adds its silent deletions after it.
    ...(isMdx ? [[remarkGuard, body] as [typeof remarkGuard, Body]] : []),
  ]

  const rehypePlugins: PluggableList = [
    // First the raw HTML becomes elements, then they are sanitised: `<scr<b>ipt>` is only known once it is parsed.
    ...(isMdx ? [] : [rehypeRaw, sanitize]),
    // Again: raw HTML nests without Markdown's limits. (A function of its own: unified runs the same one only once.)
    () => measure,
    // Before the headings read their ids: `<h2 id="__next_f">` needs another one.
    rehypeIds,
    // Before links get hints: "Sources [1](https://…)" is listed as "Sources 1", without "(external link)".
    [rehypeHeadings, { anchors: chrome, found: headings }],
    rehypeBoldLists,
    rehypeTables,
    [rehypeCode, { highlight }],
    // Before links: a picture of another site becomes a link, and that is marked like any other.
    [rehypePictures, { enlarge: chrome }],
    [rehypeLinks, { hints: chrome }],
    ...(chrome ? [rehypeNoBreak] : []),
    // Last: what it has seen is what gets compiled.
    [rehypeGuard, body],
  ]

  const remarkRehypeOptions = {
    footnoteLabel: messages.body.footnotes,
    footnoteLabelProperties: { className: ['hint'] },
    footnoteBackLabel: (index: number, again: number) => messages.body.backToText(index + 1, again),
    clobberPrefix: 'user-content-',
  }
  // A style attribute per table cell would be against the security policy; tables.ts makes classes of them.
  return { remarkPlugins, rehypePlugins, remarkRehypeOptions, tableCellAlignToStyle: false }
}
