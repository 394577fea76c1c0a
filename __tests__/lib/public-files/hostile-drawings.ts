import fc from 'fast-check'

export const ns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
export const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const name = fc.constantFrom(
  'g',
  'use',
  'a',
  'image',
  'style',
  'set',
  'animate',
  'script',
  'x:script',
  'h:script',
  'foreignObject',
  'h:iframe',
  'title',
  'x:style',
  'x:a',
)
const attribute = fc.constantFrom(
  'href',
  'xlink:href',
  'l:href',
  'onload',
  'x:onload',
  'style',
  'fill',
  'attributeName',
  'to',
  'src',
  'id',
  'xml:base',
)
const value = fc.constantFrom(
  '#a',
  'javascript:alert(1)',
  'java&#9;script:alert(1)',
  'https://evil.test/x',
  'url(#a)',
  'url(https://evil.test/x)',
  'u\\72l(x)',
  'href',
  'onload',
  'x.svg#y',
  pixel,
  '&lt;script&gt;',
)
const text = fc.constantFrom(
  '',
  'x',
  '@import "x";',
  '<![CDATA[@import "x"]]>',
  '&#64;import "x";',
  '<!-- -->',
  '<?x y?>',
)
const element = fc.letrec((tie) => ({
  node: fc
    .tuple(
      name,
      fc.uniqueArray(fc.tuple(attribute, value), { maxLength: 3, selector: ([name]) => name }),
      fc.oneof({ maxDepth: 3 }, text, tie('node')),
    )
    .map(
      ([name, attributes, inside]) =>
        `<${name} ${attributes.map(([key, text]) => `${key}="${text}"`).join(' ')}>${inside}</${name}>`,
    ),
})).node
const declared = `xmlns:x="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:l="http://www.w3.org/1999/xlink"`

/** Drawings put together of parts that run or load something, hide that, or do neither. */
export const hostileDrawing = fc
  .array(element as fc.Arbitrary<string>, { maxLength: 3 })
  .map((parts) => `<svg ${ns} ${declared}>${parts.join('')}</svg>`)
