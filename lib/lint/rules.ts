import { ownAddress } from './absolute-links'
import { correction } from './correction'
import { h1, headings } from './headings'
import { length } from './lengths'
import { kramdown, liquid } from './migration-leftovers'
import { alt, caption, credit } from './picture-text'
import { words } from './preferred-words'
import { quotes } from './quotes'
import { repeated } from './repeated-words'
import type { Rule } from './rule'
import { spaces } from './spaces'
import { spelling } from './spelling'

/** What is asked of every single post, besides that it can be read. Their order does not matter. */
export const rules: Rule[] = [
  length,
  quotes,
  alt,
  caption,
  credit,
  correction,
  h1,
  headings,
  ownAddress,
  liquid,
  kramdown,
  spaces,
  repeated,
  spelling,
  words,
]
