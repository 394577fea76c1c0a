import fc from 'fast-check'
import { hostile, hostileMdx } from './hostile-bodies'

const scraps =
  '< > </ /> " \' ` ``` { } ( ) [ ] ![ ]( * ** _ ~~ # - | |-| > \\ & &# ; : = \n \n\n \t <p> </p> <b> <table><td> <a href= ' +
  '<img src= javascript: &#106; https://evil.test //evil.test onerror=x style=x id=main <!-- --> <![CDATA[ ]]> <svg> <math> ' +
  '<style> </style> <script> </script> <Note> </Note> <Figure <Post slug="a" /> <Gallery> import export {/* */} [^1] [^1]: x é 𝒳 \u0000 \u200b'

const token = fc.oneof(
  fc.constantFrom(...scraps.split(' ')),
  fc.constantFrom(...hostile, ...hostileMdx),
  fc.string(),
)

/** Bodies nobody thought of, made of what is known to be hostile and of scraps of it. */
export const hostileText = fc.array(token, { maxLength: 14 }).map((parts) => parts.join(''))
