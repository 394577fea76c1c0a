/** Attributes of an element by hast name; with a list, only these values (or class names) may stand in it. */
export type AllowedAttribute =
  | string
  | readonly [name: string, ...values: readonly (string | number | RegExp | boolean)[]]
type Allowed = Record<string, readonly AllowedAttribute[]>

const onAll: readonly AllowedAttribute[] = ['id', 'lang', ['dir', 'ltr', 'rtl', 'auto'], 'title']
const cell: readonly AllowedAttribute[] = ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']]
const plain =
  'p h1 h2 h3 h4 h5 h6 ul dl dt dd blockquote code kbd samp var em strong b i u s sub sup small mark q cite ' +
  'abbr dfn br hr wbr table caption thead tbody tfoot tr figure figcaption div span section aside summary ' +
  'ruby rt rp bdi bdo pre'

/**
 * What raw HTML in an .md post may use. No class but a code block's language: the site's own classes could put a
 * layer over the page. No `style`, no form, nothing that loads or runs.
 */
export const allowedInput: Allowed = {
  '*': onAll,
  ...Object.fromEntries(plain.split(' ').map((name) => [name, []])),
  a: [
    'href',
    'name',
    ['ariaDescribedBy', 'footnote-label'],
    'ariaLabel',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    ['className', 'data-footnote-backref'],
  ],
  code: [['className', /^language-[\w+#.-]{1,40}$/]],
  del: ['dateTime'],
  details: [['open', true]],
  h2: [['className', 'hint']],
  img: ['src', 'alt'],
  ins: ['dateTime'],
  li: ['value'],
  ol: ['start', ['reversed', true], ['type', '1', 'a', 'A', 'i', 'I']],
  section: ['dataFootnotes', ['className', 'footnotes']],
  td: cell,
  th: [...cell, ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
  time: ['dateTime'],
}

const alignment: AllowedAttribute = ['className', 'align-left', 'align-center', 'align-right']

/** What may reach the page: the above and what our own steps add. */
export const allowedOutput: Allowed = {
  ...allowedInput,
  a: [
    'href',
    ['rel', 'noopener', 'external'],
    ['ariaDescribedBy', 'footnote-label'],
    'ariaLabel',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    ['className', 'data-footnote-backref', 'anchor', 'external', 'enlarge'],
  ],
  div: [['className', 'table', 'item'], ['role', 'region'], 'ariaLabel', ['tabIndex', 0]],
  pre: [
    ['className', 'code'],
    ['tabIndex', 0],
  ],
  span: [['className', /^tok-[a-z]+$/, 'hint', 'task', 'unbroken']],
  td: ['colSpan', 'rowSpan', alignment],
  th: ['colSpan', 'rowSpan', alignment, ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
}

/** Elements whose content goes with them: it is code, or text that was never meant to be read as prose. */
export const removedWithContent = (
  'script style template noscript noembed noframes title textarea select option iframe object embed applet svg ' +
  'math xmp plaintext audio video canvas frameset'
).split(' ')
