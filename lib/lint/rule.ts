import type { LintContext } from './lint-context'
import type { RuleName } from './rule-catalog'

/** A piece of the file's text and what to write instead. */
export type Edit = { from: number; to: number; text: string }

/** Something a rule has found: at an offset of the body, or at a key of the head. */
export type Finding = { message: string; fix?: Edit[] } & (
  | { at: number }
  | { key: PropertyKey[]; part?: 'key' }
)

/** What the rules may ask beyond the post: words. */
export type WordTools = {
  /** Whether the dictionary has an English word, or the house does. */
  isKnownWord(word: string): boolean
  /** Words an unknown one may have been meant to be. */
  suggestWords(word: string): string[]
  preferred: PreferredWord[]
}
export type PreferredWord = { avoid: string; pattern: RegExp; instead?: string; why?: string }

/** One thing that is asked of a single post. Pure. */
export type Rule = { name: RuleName; find(subject: LintContext, tools: WordTools): Finding[] }
