import type { Body } from './body'
import { sitePicturePath } from './safe-urls'
import { blankOutCode } from './strip-code'

const destination = String.raw`\s{0,9}(?:<([^<>\n]{1,2000})>|((?:[^\s()<]|\([^\s()]{0,200}\)){1,2000}))`
const patterns = {
  picture: new RegExp(String.raw`!\[(?:[^\]\\\n]|\\.){0,500}\]\(${destination}`, 'g'),
  link: new RegExp(String.raw`\]\(${destination}`, 'g'),
  defined: new RegExp(String.raw`^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:${destination}`, 'gm'),
  bare: /<(https?:\/\/[^\s<>]{1,2000})>/g,
  attribute: /<(img|a|Figure|Video|Post|PullQuote)\s[^<>]{0,3000}>/g,
}

type Found = { kind: 'picture' | 'post' | 'link'; target: string; at: number }

/**
 * What a body refers to: pictures of the site (as the paths they are served under), posts shown as cards, and links with
 * their place in the file. Found by pattern, not by parsing, so that 100,000 bodies take seconds; code is left out. `lines` has
 * the line of the body on which each picture or post stands first.
 */
export type References = {
  pictures: string[]
  posts: string[]
  links: { href: string; line: number; column: number }[]
  firstPlaces: Map<string, { line: number; column: number }>
}

export function findReferences(body: Pick<Body, 'body' | 'bodyLine'>): References {
  const text = blankOutCode(body.body)
  const found = [...fromMarkdown(text), ...fromTags(text)].sort((a, b) => a.at - b.at)
  const placeOf = placeCounter(text)
  const lines = new Map<string, { line: number; column: number }>()
  const pictures = new Set<string>()
  const posts = new Set<string>()
  const links: References['links'] = []
  for (const { kind, target, at } of found) {
    const { line, column } = placeOf(at)
    if (kind === 'link') links.push({ href: target, line: line + body.bodyLine - 1, column })
    const name = kind === 'picture' ? sitePicturePath(target) : target
    if (kind === 'link' || !name) continue
    ;(kind === 'picture' ? pictures : posts).add(name)
    if (!lines.has(name)) lines.set(name, { line, column })
  }
  return { pictures: [...pictures], posts: [...posts], links, firstPlaces: lines }
}

function fromMarkdown(text: string): Found[] {
  const pictures = matches(text, patterns.picture, 'picture')
  const ends = new Set(pictures.map(({ end }) => end))
  // A definition may serve links and pictures; its name does not say which.
  const defined = matches(text, patterns.defined, 'link').map((one) =>
    /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(one.target) ? { ...one, kind: 'picture' as const } : one,
  )
  const links = matches(text, patterns.link, 'link').filter(({ end }) => !ends.has(end))
  return [...pictures, ...links, ...defined, ...matches(text, patterns.bare, 'link')]
}

function matches(text: string, pattern: RegExp, kind: Found['kind']) {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    target: match[1] ?? match[2] ?? '',
    at: match.index,
    end: match.index + match[0].length,
  }))
}

function fromTags(text: string): Found[] {
  return [...text.matchAll(patterns.attribute)].flatMap((match) => {
    const [tag, name] = match
    const at = match.index
    const value = (prop: string) =>
      new RegExp(`\\s${prop}\\s{0,9}=\\s{0,9}["']([^"']{1,2000})["']`).exec(tag)?.[1]
    const one = (kind: Found['kind'], prop: string): Found[] => {
      const target = value(prop)
      return target ? [{ kind, target, at }] : []
    }
    if (name === 'Post') return one('post', 'slug')
    if (name === 'a') return one('link', 'href')
    if (name === 'PullQuote') return one('link', 'source')
    if (name === 'Video') return [...one('picture', 'poster'), ...one('link', 'src')]
    return one('picture', 'src')
  })
}

/** Asked in the order of the text, so that it walks through it once. */
function placeCounter(text: string): (at: number) => { line: number; column: number } {
  let line = 1
  let start = 0
  return (at) => {
    for (let next = text.indexOf('\n', start); next !== -1 && next < at; next = text.indexOf('\n', start)) {
      line += 1
      start = next + 1
    }
    return { line, column: at - start + 1 }
  }
}
