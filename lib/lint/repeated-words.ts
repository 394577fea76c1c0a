import { isEnglish } from './language'
import type { Rule } from './rule'

/** Those that are good English twice: "that that", "had had", and names like "Duran Duran". */
const meant = new Set(['that', 'had', 'is', 'do', 'very', 'no', 'so', 'long'])

export const repeated: Rule = {
  name: 'repeated',
  find: ({ post, prose }) =>
    Array.from(
      (isEnglish(post) ? prose : '').matchAll(/(?<![\p{L}\p{N}'’-])(\p{Ll}{2,})[ \n]\1(?![\p{L}\p{N}'’-])/gu),
    ).flatMap(({ 1: word = '', index }) =>
      meant.has(word) ? [] : [{ at: index, message: `"${word}" stands here twice. Keep one.` }],
    ),
}
