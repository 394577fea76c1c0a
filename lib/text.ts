/** Letters that no accent can be taken off, and what stands for them in ASCII. */
const foldings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}

/** Text as an address: `^[a-z0-9]+(-[a-z0-9]+)*$`, folded to ASCII; '' when nothing is left. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => foldings[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The known word that a mistyped one most likely means; undefined when none is near. Case and -_ do not count. */
export function closestMatch(word: string, known: Iterable<string>): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '')
  const wanted = bare(word)
  let best: string | undefined
  let least = Math.min(3, Math.max(1, Math.floor(wanted.length / 3))) + 1
  for (const candidate of known) {
    const distance = editDistance(wanted, bare(candidate), least)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** How many letters to add, drop, change or swap with the next one. Gives up with `enough` once it is that many. */
export function editDistance(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= enough) return enough
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const at = (line: number[], column: number) => line[column] ?? enough
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(at(last, j) + 1, at(row, j - 1) + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(at(row, j), at(beforeLast, j - 2) + 1)
      }
    }
    if (Math.min(...row) >= enough) return enough
    beforeLast = last
    last = row
  }
  return last[b.length] ?? enough
}

/** How long a text of so many words takes to read, in minutes: 230 words a minute, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230))
}

// Thai, Lao, Khmer, Japanese, Chinese.
const unspaced = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/

/** The words of a plain text. Scripts that put no spaces between words are asked of Intl. */
export function countWords(text: string): number {
  if (!unspaced.test(text)) return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
  return Array.from(segments).filter((segment) => segment.isWordLike).length
}

/** Text for XML. What XML 1.0 forbids even as a reference (control characters, lone surrogates) is left out. */
export function escapeXml(text: string): string {
  // Most addresses and dates, of which a sitemap has thousands.
  if (/^[\w /:.,+-]*$/.test(text)) return text
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** Attributes whose values are words for readers: a caption, the question of an interview. */
const spoken = /\s(?:alt|title|caption|question|term)=(?:"([^"]*)"|'([^']*)')/g

/**
 * Markdown or MDX as the words a reader sees, on one line, for search and counting. Every pattern is linear: none can
 * start twice over the same text. Never for a page, it makes nothing safe.
 */
export function plainText(markdown: string): string {
  const known = plainTexts.get(markdown)
  if (known !== undefined) return known
  const plain = toPlain(markdown)
  if (plainTexts.size >= 64) plainTexts.clear()
  plainTexts.set(markdown, plain)
  return plain
}

/** Whoever counts the words of some bodies goes on to make them searchable. */
const plainTexts = new Map<string, string>()

function toPlain(markdown: string): string {
  // A sign that is not there is found out much faster than a pattern that would look for it.
  const has = (sign: string) => markdown.includes(sign)
  let text = has('<!--') ? withoutComments(markdown) : markdown
  // `[1]: https://…` and the row of dashes under a table's head, before their marks look like text.
  if (has('[')) text = text.replace(/^ {0,3}\[[^\]^\n][^\]\n]*\]:.*$/gm, '')
  if (has('`') || has('~')) text = text.replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
  if (has('-') || has('|') || has(':')) text = text.replace(/^[ \t|:-]+$/gm, '')
  if (has('[')) text = text.replace(/^([ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+)\[[ xX]\]/gm, '$1')
  // Links and pictures: `[text](address "title")`, `![alt](address)`, `[text][1]`, `[^1]`. They leave no gap: a full
  // stop after a link stands right after its text.
  if (has(']')) text = text.replace(/\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)/g, '')
  if (has('[')) {
    text = text
      .replace(/\]\[[^[\]\n]*\]/g, '')
      .replace(/\[\^[^[\]\n]*\]:?/g, '')
      .replace(/!\[/g, ' ')
      .replace(/\[/g, '')
  }
  // `<Figure alt="…" />` leaves its words; `<https://…>` its address.
  if (has('<'))
    text = text.replace(/<\/?[A-Za-z][^<>]*>/g, (tag) =>
      /^<[a-z]+:/.test(tag) ? tag.slice(1, -1) : wordsOf(tag),
    )
  // Marks at the start of a line: headings, quotes, lists.
  text = text.replace(/^[ \t]*(?:#{1,6}(?=\s)|>|[-+*](?=\s)|\d{1,9}[.)](?=\s))[ \t>]*/gm, '')
  // A backslash protects a sign; at the end of a line it breaks it.
  if (has('\\')) text = text.replace(/\\([!-/:-@[-`{-~\n])/g, '$1')
  if (/[*`|\]~_]/.test(text)) text = text.replace(/[*`|\]]|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_])/gu, '')
  if (has('&'))
    text = text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, ten, sixteen, name) =>
      name ? (entities[name] ?? entity) : character(Number.parseInt(ten ?? sixteen, ten ? 10 : 16)),
    )
  return (
    text
      // Not every single space by itself.
      .replace(/\s{2,}|[^\S ]/g, ' ')
      // Where a link was taken out before a comma.
      .replace(/ (?=[,.;:!?…)])/g, '')
      .trim()
  )
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

/** An unclosed comment hides the rest of the page, so it does here. */
function withoutComments(markdown: string): string {
  const [first = '', ...others] = markdown.split('<!--')
  return (
    first + others.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join(' ')
  )
}

function wordsOf(tag: string): string {
  return ` ${Array.from(tag.matchAll(spoken), ([, double, single]) => double ?? single).join(' ')} `
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ' '
}

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** Which way a language (BCP 47) is written, by its script: `ar` and `az-Arab` from right to left, `az` not. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** The attributes of text that is not in the language of the page; none where it is. */
export const langAttributes = (lang?: string) => (lang ? { lang, dir: textDirection(lang) } : {})

// A name and its number. Short ones: what does not part must fit into the narrowest column.
const joinedBy = (signs: string) =>
  new RegExp(`(\\p{Lu}\\p{L}{0,11}[${signs}]\\d(?:[\\d.,]{0,5}\\d)?\\p{L}?(?![\\d\\p{L}-]))`, 'u')
const joined = { any: joinedBy('- '), hyphen: joinedBy('-') }

/** Splits a text so that names with a number (GPT-4o; with `any` also Llama 2) are pieces that must stay on one line. */
export function splitUnbreakable(
  text: string,
  by: keyof typeof joined = 'any',
): { text: string; isUnbreakable: boolean }[] {
  // What is captured stands at every second place.
  return text
    .split(joined[by])
    .map((piece, place) => ({ text: piece, isUnbreakable: place % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
