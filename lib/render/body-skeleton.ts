// From a letter to the end of the line only what stands for itself: no mark, tag, escape or address, and no code of MDX.
const plain = String.raw`(?!import |export |.*(?:www\.|://))\p{L}[\p{L}\p{M}\p{N} ,.;:()'"’‘“”«»?!–—…/&%#$€£+-]*$`
const plainLine = new RegExp(`^(#{1,6} |- |)${plain}`, 'gimu')
const tagLine = /^<\/?[A-Z][A-Za-z]*(?: [a-z][A-Za-z]*="[^"<>{}\\]*")* ?\/?>$/
// The values a vocabulary takes whatever they say, or whatever they are called.
const plainProps: [RegExp, string][] = [
  [/ (alt|by|caption|credit|question|term|title)="\p{L}[\p{L}\p{N} ,.:;?!'’–-]{0,190}"/gu, ' $1="x"'],
  [/ slug="[a-z0-9]+(?:-[a-z0-9]+)*"/g, ' slug="x"'],
  [
    / src="(\/?)assets\/(?:[\w-]{1,100}\/){0,20}[\w-]{1,100}\.(png|jpe?g|svg|webp|gif)"/g,
    ' src="$1assets/x.$2"',
  ],
]
const onlyPlain = /^(?:(?:#{1,6} |- |)x(?:\n|$))+$/

/**
 * What there is to check in an ordinary .mdx body: each plain line is one letter, and of blocks that have become the same
 * only the first before the next tag is left, and of what a tag says only what may be wrong. A fortieth to parse, and where
 * nothing stands against it, nothing stands against the body; where something does, the body itself has to say what and
 * where. Undefined where a line may mean something else than it looks like: with braces about, or in a tag that goes over
 * several lines.
 */
export function reduceToSkeleton(mdx: string): string | undefined {
  if (/[{}\t\r]/.test(mdx)) return undefined
  for (const [line] of mdx.matchAll(/^.*<.*$/gm)) if (!tagLine.test(line)) return undefined
  const text = mdx.includes('="') ? plainProps.reduce((text, [prop, x]) => text.replace(prop, x), mdx) : mdx
  const seen = new Set<string>()
  return text
    .replace(plainLine, '$1x')
    .split(/\n{2,}/)
    .filter((block) => {
      if (block.includes('<')) seen.clear()
      if (!onlyPlain.test(block)) return true
      return !seen.has(block) && seen.add(block)
    })
    .join('\n\n')
}
