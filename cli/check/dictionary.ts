import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePreferredWords } from '@/lib/lint/preferred-words'
import type { WordTools } from '@/lib/lint/rule'

/** The dictionary and the house's own words, from style/ of a repository. Without the files the house has none. */
export async function loadTools(root: string): Promise<WordTools> {
  const own = new Set(linesOf(root, 'spelling.txt').map(bare))
  const preferred = parsePreferredWords(textOf(root, 'words.txt'))
  const inDictionary = await english()
  const isOurs = (word: string) => own.has(word) || inDictionary(word)
  const isKnown = remembered((written) => isOurs(bare(written)))
  const near = remembered((written) => nearWords(bare(written), inDictionary))
  return { preferred, isKnownWord: isKnown, suggestWords: near }
}

/** A newsroom writes the same words again and again. */
function remembered<Answer>(ask: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}

type IsKnown = (word: string) => boolean
let loaded: Promise<IsKnown> | undefined

/** American English, read once. For a newsroom in another language: a dictionary-… package in place of this one. */
function english(): Promise<IsKnown> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<IsKnown> {
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([
    import('nspell'),
    import('dictionary-en'),
  ])
  const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
  return (word) => speller.correct(word)
}

/** As the dictionary has it: "café's" is "cafe". */
const bare = (written: string) =>
  written.replace(/’/g, "'").replace(/'s$/, '').normalize('NFD').replace(/\p{M}/gu, '')

const textOf = (root: string, name: string) => {
  const path = join(root, 'style', name)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const linesOf = (root: string, name: string) =>
  textOf(root, name)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Known words one slip away, two at most. The speller's own suggestions take 50 ms a word, these less than one. */
function nearWords(word: string, isKnown: (word: string) => boolean): string[] {
  const cuts = Array.from(
    { length: word.length + 1 },
    (_, at) => [word.slice(0, at), word.slice(at)] as const,
  )
  const slips = cuts.flatMap(([left, right]) => [
    ...(right.length > 1 ? [`${left}${right[1]}${right[0]}${right.slice(2)}`] : []),
    ...(right ? [left + right.slice(1)] : []),
    ...(right ? [...letters].map((letter) => left + letter + right.slice(1)) : []),
    ...[...letters].map((letter) => left + letter + right),
    ...(left && right ? [`${left} ${right}`] : []),
  ])
  const near = new Set<string>()
  for (const slip of slips) {
    const parts = slip.split(' ')
    if (slip !== word && parts.every((part) => part.length > 1 || parts.length === 1) && parts.every(isKnown))
      near.add(slip)
    if (near.size === 2) break
  }
  return [...near]
}
