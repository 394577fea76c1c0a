import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { svgFault } from '@/lib/public-files/svg'
import { hostileDrawing, ns, pixel } from './hostile-drawings'

const svg = (inside: string, attributes = '') => `<svg ${ns} ${attributes}>${inside}</svg>`
const faultOf = (text: string | Uint8Array) => svgFault(typeof text === 'string' ? Buffer.from(text) : text)

test.each([
  svg('<rect width="1" height="1" style="fill: red; stroke: url(#a)"/>'),
  svg('<defs><linearGradient id="a" xlink:href="#b"/></defs><use href="#a"/>'),
  svg(`<image href="${pixel}"/>`),
  svg('<a href="https://example.org/"><text>Read</text></a>'),
  svg('<style>@media print { .a { fill: url("#b") } } /* none */</style>'),
  svg('<style><![CDATA[.a > .b { fill: red }]]></style>'),
  svg('<circle r="1"><animate attributeName="r" from="1" to="2" dur="1s"/></circle>'),
  svg('<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'),
  `<?xml version="1.0" encoding="iso-8859-1"?>${svg('')}`,
])('P17: a drawing passes: %s', (text) => {
  expect(faultOf(text)).toBeUndefined()
})

test.each([
  // Scripts, by any name
  svg('<script>alert(1)</script>'),
  svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
  svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
  svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="x.js"/>'),
  svg('<SCRIPT>alert(1)</SCRIPT>'),
  svg('<g xmlns="http://www.w3.org/1998/Math/MathML"><maction/></g>'),
  svg('<metadata><h:body xmlns:h="http://www.w3.org/1999/xhtml"/></metadata>'),
  svg('<handler type="text/javascript"/>'),
  svg('<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events"/>'),
  svg('<unknown/>'),
  svg('<g/>', 'xmlns:x="http://www.w3.org/1999/xhtml"').replace('<g/>', '<x:iframe srcdoc="x"/>'),
  // A comment that is none hides a rule
  svg('<style>a{content:"/*"}@import "//e.test/x";c{d:"*/"}</style>'),
  svg(`<style>a{content:'/*'} b{background:url(//e.test/x.png)} c{content:'*/'}</style>`),
  svg('<style>a{content:"/*"} b{background:image-set("//e.test/x" 1x)} c{d:"*/"}</style>'),
  svg('<style>a{content:"\n/*"}@import "//e.test/x";c{d:"*/"}</style>'),
  svg('<style>a{content:"open</style>'),
  // Handlers
  svg('', 'onload="alert(1)"'),
  svg('', 'ONLOAD="alert(1)"'),
  svg('<g onclick="alert(1)"/>'),
  svg('<g on&#x6c;oad="1"/>'),
  svg('<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:onload="1"/>'),
  // Documents in it
  svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
  svg('<foreignobject/>'),
  svg('<iframe/>'),
  // Addresses
  svg('<a href="javascript:alert(1)"><text/></a>'),
  svg('<a href="java&#10;script:alert(1)"><text/></a>'),
  svg('<a href=" &#1;javascript:alert(1)"><text/></a>'),
  svg('<a xlink:href="JaVaScRiPt:alert(1)"><text/></a>'),
  svg('<a y:href="javascript:alert(1)" xmlns:y="http://www.w3.org/1999/xlink"><text/></a>'),
  svg('<a href="data:text/html,x"><text/></a>'),
  svg('<use href="other.svg#x"/>'),
  svg('<use href="/assets/other.svg#x"/>'),
  svg('<use href="https://evil.test/x.svg#y"/>'),
  svg('<use href="data:image/svg+xml,x#y"/>'),
  svg('<image href="https://evil.test/x.png"/>'),
  svg('<image href="//evil.test/x.png"/>'),
  svg('<image href="/assets/x.png"/>'),
  svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
  svg(`<image href="data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}"/>`),
  svg('<feImage href="https://evil.test/x.png"/>'),
  svg('<linearGradient href="https://evil.test/x.svg#y"/>'),
  svg('<font-face-src><font-face-uri href="https://evil.test/x"/></font-face-src>'),
  svg('<g xml:base="https://evil.test/"/>'),
  svg('<g src="x"/>'),
  // Changed over time
  svg('<a><animate attributeName="href" to="javascript:alert(1)"/></a>'),
  svg('<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>'),
  svg('<a><animate attributeName=" href " values="javascript:alert(1)"/></a>'),
  svg('<a><set attributeName="onclick" to="alert(1)"/></a>'),
  svg('<g><set attributeName="fill" to="url(https://evil.test/x)"/></g>'),
  // Styles
  svg('<style>@import "https://evil.test/x.css";</style>'),
  svg('<style>@IMPORT url(x)</style>'),
  svg('<style>@im/**/port "x"</style>').replace('@im/**/port', '@\\69mport'),
  svg('<style>a { fill: url(https://evil.test/x) }</style>'),
  svg('<style>a { fill: URL( "//evil.test/x" ) }</style>'),
  svg('<style>a { fill: u\\72l(x) }</style>'),
  svg('<style>a { background: image-set("https://evil.test/x" 1x) }</style>'),
  svg('<style>a { fill: url(/*</style>'),
  svg('<style>@font-face { src: url(https://evil.test/x.woff2) }</style>'),
  svg('<style><![CDATA[@import "x";]]></style>'),
  svg('<style>@im<!-- -->port "x";</style>'),
  svg('<style>@im<g/>port "x";</style>'),
  svg('<s:style xmlns:s="http://www.w3.org/2000/svg">@import "x";</s:style>'),
  svg('<rect style="fill: url(https://evil.test/x)"/>'),
  svg('<rect fill="url(https://evil.test/x)"/>'),
  svg('<rect fill="u\\72l(x)"/>'),
  svg('<rect filter="url(other.svg#x)"/>'),
  svg('<rect style="behavior: url(#default#x)"/>'),
  // XML
  `<?xml-stylesheet href="x.xsl" type="text/xsl"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('&x;')}`,
  `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg('')}`,
  `<!DOCTYPE svg SYSTEM "https://evil.test/x.dtd">${svg('')}`,
  `<!DOCTYPE html>${svg('')}`,
  `<?xml version="1.1"?>${svg('')}`,
  `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`,
  `<?xml version="1.0" encoding="utf-16"?>${svg('')}`,
  '<svg><rect/></svg>',
  '<html xmlns="http://www.w3.org/1999/xhtml"/>',
  '<x:svg xmlns:x="http://www.w3.org/1999/xhtml"/>',
  svg('<g>'),
  `${svg('')}<script>alert(1)</script>`,
  svg('<g a="1" a="2"/>'),
  svg('&nbsp;'),
  '',
  'not XML',
])('P17: what is more than a drawing does not: %s', (text) => {
  const fault = faultOf(text)
  expect(fault?.message).toMatch(/\w/)
})

test.each([
  ['UTF-16, little end first', Buffer.from(`\ufeff${svg('<script/>')}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(svg('<script/>'), 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${svg('<script/>')}`, 'utf16le').swap16()],
  [
    'Latin-1 that says so',
    Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?>${svg('<title>é</title>')}`, 'latin1'),
  ],
  ['bytes that are no UTF-8', Buffer.concat([Buffer.from(svg('')), Buffer.from([0xc0, 0xbc])])],
])('P17: a drawing in another encoding is not guessed at: %s', (_name, bytes) => {
  expect(faultOf(bytes)?.message).toMatch(/UTF-8|not well-formed/)
})

test('the fault has its place', () => {
  expect(faultOf(svg('\n  <rect/>\n  <script/>'))).toMatchObject({
    line: 3,
    message: expect.stringContaining('<script>'),
  })
})

test('P17: depth and number end', () => {
  expect(faultOf(svg('<g>'.repeat(300) + '</g>'.repeat(300)))?.message).toMatch(/too many parts/)
})

/** Whatever is put together, a drawing that passes has, read by another program, nothing on the list of what runs or loads. */
test('P17: no mixture of names, prefixes, encodings and attributes gets through', () => {
  let passed = 0
  fc.assert(
    fc.property(hostileDrawing, (whole) => {
      if (faultOf(whole)) return
      passed += 1
      const parser = new SaxesParser({ xmlns: true })
      parser.on('opentag', ({ local, uri, attributes }) => {
        expect(uri).toBe('http://www.w3.org/2000/svg')
        expect(local).not.toMatch(/script|foreign|iframe/i)
        for (const each of Object.values(attributes)) {
          if (each.prefix === 'xmlns' || each.name === 'xmlns') continue
          expect(each.local).not.toMatch(/^on|^src$|^base$/i)
          if (each.local === 'href' && local !== 'a') expect(each.value).toMatch(/^#|^data:image\/png/)
          if (each.local !== 'id') expect(each.value).not.toMatch(/script:|url\((?!#)|\\/)
        }
      })
      parser.write(whole).close()
    }),
    { numRuns: Number(process.env.FUZZ ?? 1) * 3000 },
  )
  expect(passed).toBeGreaterThan(50)
})
