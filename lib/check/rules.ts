import { correction } from './correction'
import { h1, headings } from './headings'
import { kramdown, liquid } from './leftovers'
import { length } from './lengths'
import { ownAddress } from './own-address'
import { alt, caption, credit } from './pictures-told'
import { quotes } from './quotes'
import { repeated } from './repeated'
import type { Rule } from './rule'
import { spaces } from './spaces'
import { spelling } from './spelling'
import { words } from './words'

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
