/** At-rules that load nothing. */
const atRules = /^(?:media|font-face|keyframes|-webkit-keyframes|supports|container|layer|page)$/i

/** CSS functions that load a file, apart from url(), and old ways to run a script. */
const loading =
  /(?<![\w-])(?:src|image|image-set|-webkit-image-set|cross-fade|-webkit-cross-fade|element|-moz-element|paint|expression)\s*\(|-moz-binding|(?<![\w-])behavior\s*:/i

/** Addresses that stay in the file: a part of the same drawing, or a picture or font written out in it. */
const ownAddress =
  /^(?:#[^\s"'()\\]*|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/(?:woff2?|ttf|otf)|application\/(?:x-)?font-(?:woff2?|ttf|otf|truetype|opentype));base64,[A-Za-z0-9+/=\s]*)$/i

/**
 * What in a style sheet, or in the value of a style attribute, could load something from elsewhere; undefined where nothing does.
 * Escapes are rejected rather than decoded: `\75rl(…)` is url(…) to a browser.
 */
export function cssFault(css: string): string | undefined {
  if (css.includes('\\'))
    return 'A style has a backslash, which can hide an address. Write the character itself.'
  // A comment in a string is none, and must not take the rules up to the next one with it.
  const plain = css.replace(
    /("[^"\n\r\f]*"|'[^'\n\r\f]*')|\/\*[\s\S]*?(?:\*\/|$)/g,
    (_, string) => string ?? ' ',
  )
  if (/["']/.test(plain.replace(/"[^"\n\r\f]*"|'[^'\n\r\f]*'/g, '')))
    return 'A style has a quotation mark that is not closed on its line. Close it.'
  const atRule = [...plain.matchAll(/@\s*([\w-]*)/g)].find(([, name = '']) => !atRules.test(name))
  if (atRule) return `A style has ${atRule[0]}. Drawings may not load or name other files.`
  const call = loading.exec(plain)
  if (call) return `A style has ${call[0]}, which can load other files. Leave it out.`
  const urls = [...plain.matchAll(/url\((?:\s*"([^"]*)"\s*|\s*'([^']*)'\s*|([^"'()]*))\)/gi)]
  if (urls.length !== [...plain.matchAll(/url\(/gi)].length)
    return 'A style has a url() that is not closed, or one inside another.'
  const outside = urls
    .map(([, double, single, bare]) => double ?? single ?? bare?.trim() ?? '')
    .find((url) => !ownAddress.test(url))
  if (outside === undefined) return undefined
  return `A style loads "${outside.slice(0, 60)}". Put what it needs into the drawing itself.`
}
