import { SaxesParser, type SaxesTagNS } from 'saxes'
import { cssFault } from './css'
import { rasterKind } from './raster'

/** What is wrong in a file, for a person, with the remedy. Line and column count from 1. */
export type FileFault = { message: string; line?: number; column?: number }

const limits = { bytes: 8_000_000, elements: 200_000, depth: 256 }

const svg = 'http://www.w3.org/2000/svg'
const xlink = 'http://www.w3.org/1999/xlink'
const xml = 'http://www.w3.org/XML/1998/namespace'
const xmlns = 'http://www.w3.org/2000/xmlns/'

/** Notes that drawing programs leave in their files. Browsers know none of these namespaces. */
const editorNamespaces =
  /^(?:http:\/\/www\.inkscape\.org\/namespaces\/inkscape|http:\/\/sodipodi\.sourceforge\.net\/DTD\/sodipodi-0\.dtd|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|https?:\/\/creativecommons\.org\/ns#|http:\/\/web\.resource\.org\/cc\/|http:\/\/purl\.org\/dc\/(?:elements\/1\.1|terms)\/|http:\/\/www\.bohemiancoding\.com\/sketch\/ns|http:\/\/ns\.adobe\.com\/.*|http:\/\/www\.serif\.com\/|https:\/\/boxy-svg\.com|http:\/\/www\.figma\.com\/figma\/ns)$/

/** SVG without what runs, embeds documents or names files: no script, foreignObject, handler, iframe, cursor, font-face-uri. */
const elements = new Set(
  `a animate animateColor animateMotion animateTransform circle clipPath defs desc discard ellipse feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence filter flowPara flowRegion flowRoot flowSpan font font-face
  font-face-name font-face-src g glyph glyphRef hatch hatchpath hkern image line linearGradient marker mask mesh
  meshgradient meshpatch meshrow metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set
  solidcolor stop style svg switch symbol text textPath title tref tspan use view vkern`.split(/\s+/),
)
const animations = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set', 'discard'])

/** Attributes that hold no style and no address, in which a backslash means nothing. */
const plainAttribute = /^(?:id|class|lang|role|version|aria-.*|data-.*|systemLanguage|glyph-name|unicode)$/
/** Attributes by which some document format or other loads a file or sends something. */
const addressAttribute =
  /^(?:src|srcset|srcdoc|action|formaction|ping|data|background|poster|codebase|manifest)$/i

/**
 * Why an SVG may not be published; undefined for one that is only a drawing. It is read as a browser reads it: as XML with
 * namespaces. Opened by itself an SVG is a document of the site, so anything not known to be a drawing is rejected, and nothing is
 * removed: the file that is served is the file that was judged.
 */
export function svgFault(bytes: Uint8Array): FileFault | undefined {
  if (bytes.byteLength > limits.bytes) return { message: 'The drawing has more than 8 MB. Save it simpler.' }
  const text = decoded(bytes)
  if (text === undefined)
    return { message: 'The drawing is not text in UTF-8. Save it again with the encoding UTF-8.' }
  const parser = new SaxesParser({ xmlns: true, position: true })
  const fail = (message: string): never => {
    throw new Rejected({ message, line: parser.line, column: parser.column + 1 })
  }
  const open: string[] = []
  let count = 0
  let style = ''
  parser.on('error', (error) =>
    fail(`This is not well-formed XML (${error.message.replace(/^[\d:]+ /, '')}). Save it again.`),
  )
  parser.on('xmldecl', ({ version = '1.0', encoding = 'utf-8' }) => {
    if (version !== '1.0') fail('The drawing must be XML 1.0.')
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding) && !isAsciiAlias(encoding, bytes))
      fail(`The drawing says it is in ${encoding}. Save it with the encoding UTF-8.`)
  })
  parser.on('doctype', (doctype) => {
    if (!/^\s*svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"]*"\s+"[^"]*")?\s*$/.test(doctype))
      fail('The drawing has a DOCTYPE with entities or of another kind. Save it as plain SVG.')
  })
  parser.on('processinginstruction', ({ target }) =>
    fail(`The drawing has <?${target} …?>, which can load a style sheet. Delete that line.`),
  )
  parser.on('opentag', (tag) => {
    count += 1
    if (count > limits.elements || open.length >= limits.depth)
      fail('The drawing has too many parts, or parts too deep inside each other. Save it simpler.')
    if (open.length === 0 && (tag.uri !== svg || tag.local !== 'svg'))
      fail(`This is not an SVG: it begins with <${tag.name}>. An SVG begins with <svg xmlns="${svg}">.`)
    // A browser joins the texts before and behind it: @im<g/>port.
    if (open.at(-1) === 'style') fail('A style holds another element. Leave that out.')
    const fault = tagFault(tag)
    if (fault) fail(fault)
    open.push(tag.uri === svg ? tag.local : '')
    style = ''
  })
  const add = (written: string) => {
    if (open.at(-1) === 'style') style += written
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const fault = open.pop() === 'style' ? cssFault(style) : undefined
    if (fault) fail(fault)
    style = ''
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Rejected) return error.fault
    throw error
  }
}

class Rejected extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.message)
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Old programs write `iso-8859-1` into files that hold ASCII alone, which is the same in both. */
const isAsciiAlias = (encoding: string, bytes: Uint8Array) =>
  /^(?:iso-8859-1|iso-8859-15|windows-1252)$/i.test(encoding) && bytes.every((byte) => byte < 0x80)

function tagFault({ name, local, uri, attributes }: SaxesTagNS): string | undefined {
  if (uri === svg && !elements.has(local))
    return `<${name}> is not allowed in a drawing: it can run a script or show another document. Save it without.`
  if (uri !== svg && !editorNamespaces.test(uri))
    return `<${name}> does not belong to SVG ("${uri.slice(0, 60)}"). Save it as plain SVG.`
  for (const attribute of Object.values(attributes)) {
    const fault = attributeFault(uri === svg ? local : '', attribute)
    if (fault) return fault
  }
  if (uri !== svg || !animations.has(local)) return undefined
  const animated =
    Object.values(attributes).find((attribute) => attribute.local === 'attributeName')?.value ?? ''
  const parts = animated.split(':').map((part) => part.trim().toLowerCase())
  const isRisky =
    /^(?:href|src|base|style)$/.test(parts.at(-1) ?? '') || parts.some((part) => part.startsWith('on'))
  if (!isRisky) return undefined
  return `<${name}> changes "${animated.trim().slice(0, 60)}" over time, which could become a script. Leave it out.`
}

type Attribute = SaxesTagNS['attributes'][string]

function attributeFault(element: string, { name, local, uri, value }: Attribute): string | undefined {
  if (uri === xmlns) return undefined
  if (/^on/i.test(local)) return `${name} runs a script. Save the drawing without it.`
  if (local.toLowerCase() === 'href') return hrefFault(element, name, value)
  if (uri === xml && !/^(?:space|lang|id)$/.test(local))
    return `${name} moves where addresses lead. Leave it out.`
  if (uri !== '' && uri !== xlink) return undefined
  if (/(?:java|vb)script:/i.test(value.replace(/[\s\p{Cc}]+/gu, '')))
    return `${name} holds an address that runs a script. Leave it out.`
  if (addressAttribute.test(local)) return `${name} names another file. Leave it out.`
  return uri === '' && element !== '' && !plainAttribute.test(local) ? cssFault(value) : undefined
}

function hrefFault(element: string, name: string, value: string): string | undefined {
  const address = value.trim()
  // Notes of an editor. No browser follows them.
  if (element === '' && /^(?:#|https?:\/\/)/i.test(address)) return undefined
  if (/^#\S*$/.test(address)) return undefined
  if (element === 'a' && /^https?:\/\/\S+$/i.test(address)) return undefined
  if ((element === 'image' || element === 'feImage') && isEmbeddedPicture(address)) return undefined
  const shown = address.slice(0, 60)
  return element === 'image' || element === 'feImage'
    ? `${name} loads "${shown}". Put the picture into the drawing as PNG or JPEG.`
    : `${name} leads to "${shown}". In a drawing it may lead to a part of the same drawing alone, such as "#part".`
}

function isEmbeddedPicture(address: string): boolean {
  const [, written] = /^data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/i.exec(address) ?? []
  return written !== undefined && rasterKind(Buffer.from(written, 'base64')) !== undefined
}
