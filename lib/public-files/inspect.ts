import { isPortableName } from '@/lib/content/files'
import { reservedFiles, reservedSlugs } from '@/lib/urls'
import { type FileKind, fileExtension, kindOfName, kinds, markup } from './kinds'
import { type FileFault, svgFault } from './svg'

export const maxPublicFileBytes = 100 * 1024 * 1024

export const tooLarge: FileFault = {
  message: 'The file has more than 100 MB. Keep it elsewhere and link to it.',
}

/** What a file of public/ is, or why it may not be there. */
export type InspectedFile = { kind: FileKind; fault?: undefined } | { kind?: undefined; fault: FileFault }

/**
 * The one judgement on a file that contributors add: the check, the sync with the build, and the importers use it. By what is in the file;
 * the name must say the same, since the server sends it as what its name says.
 */
export function inspectFile(path: string, content: Uint8Array): InspectedFile {
  const kind = kindOfName(path)
  const named = nameFault(path)
  if (named || !kind) return { fault: { message: named ?? noKind } }
  if (content.byteLength > maxPublicFileBytes) return { fault: tooLarge }
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const fault = contentFault(path, kind, bytes)
  return fault ? { fault } : { kind }
}

const noKind = `Files of this kind are not published. public/ takes ${[...new Set(Object.keys(kinds))].join(', ')}. Delete it, or save it as one of them.`

/** What is wrong with a path below public/, such as `assets/chip.svg`; undefined where a file may have it. */
export function nameFault(path: string): string | undefined {
  const parts = path.replace(/^\//, '').split('/')
  if (parts.some((part) => part.startsWith('.')))
    return 'Names in public/ do not begin with a dot. Delete it, or rename it.'
  if (!parts.every(isPortableName) || path.length > 1000)
    return 'The name holds characters that do not work everywhere. Use letters, digits, - and _.'
  const [first = '', ...rest] = parts.map((part) => part.toLowerCase())
  const isTaken =
    rest.length === 0
      ? reservedFiles.has(first)
      : first !== 'assets' && (reservedSlugs.has(first) || first.startsWith('_'))
  if (isTaken) return `/${first} is an address of the site itself. Put the file into public/assets/.`
  return kindOfName(path) ? undefined : noKind
}

function contentFault(path: string, kind: FileKind, bytes: Buffer): FileFault | undefined {
  if (kind.group === 'drawing') return svgFault(bytes)
  if (kind.group === 'text') return textFault(path, kind, bytes)
  // Any of the four: browsers go by the content of a picture, and cameras and programs err in its name.
  const isKind =
    kind.group === 'picture' && kind.name !== 'icon'
      ? rasters.some((one) => one.is?.(bytes))
      : kind.is?.(bytes)
  if (!isKind)
    return {
      message: `This is not a ${kind.name}, or not a whole one${markupHint(bytes)}. Save it again as what its name says.`,
    }
  if (kind.group === 'archive') return undefined
  if (isPolyglot(kind, bytes))
    return {
      message: `Something else is hidden in this ${kind.name}: markup, a PDF or a ZIP. Save it again without metadata.`,
    }
}

const rasters = [kinds.png, kinds.jpg, kinds.gif, kinds.webp].flatMap((kind) => kind ?? [])
const markupHint = (bytes: Buffer) =>
  markup.test(bytes.toString('latin1', 0, 4096).replaceAll('\0', '')) ? ', but markup' : ''

/** Sounds and films are long, and looked at where programs look that guess a kind: at both ends. */
function isPolyglot({ group }: FileKind, bytes: Buffer): boolean {
  const edge = 64 * 1024
  const isSmall = group === 'picture' || group === 'font'
  const seen = (isSmall ? [bytes] : [bytes.subarray(0, edge), bytes.subarray(-edge)]).map((part) =>
    part.toString('latin1'),
  )
  if (bytes.subarray(-66_000).includes('PK\x05\x06', 0, 'latin1')) return true
  return group !== 'document' && seen.some((part) => markup.test(part) || part.includes('%PDF-'))
}

function textFault(path: string, kind: FileKind, bytes: Buffer): FileFault | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { message: 'This is not text in UTF-8. Save it again with the encoding UTF-8.' }
  }
  const control = /[^\P{Cc}\t\n\r]/u.exec(text)
  if (control) return at(text, control.index, 'There is a control character here. Delete it.')
  const tag = markup.exec(text) ?? (/^\s*</.test(text) ? /</.exec(text) : null)
  if (tag)
    return at(
      text,
      tag.index,
      `"${tag[0]}" makes a document of this for programs that guess. Leave the markup out, or put it into a post.`,
    )
  if (kind.name === 'WebVTT transcript' && !/^WEBVTT(?:[ \t].*)?(?:\r?\n|$)/.test(text))
    return { message: 'A WebVTT transcript begins with a line WEBVTT.' }
  if (kind.name === 'SubRip transcript' && !/^\s*\d+\s*\r?\n\d+:\d\d:\d\d[,.]\d+ *--> */.test(text))
    return {
      message:
        'A SubRip transcript begins with 1 and, on the next line, a time such as 00:00:01,000 --> 00:00:04,000.',
    }
  if (/json|manifest/.test(fileExtension(path))) return jsonFault(text)
}

function jsonFault(text: string): FileFault | undefined {
  try {
    JSON.parse(text)
  } catch (error) {
    return { message: `This is not JSON (${error instanceof Error ? error.message : error}).` }
  }
}

function at(text: string, index: number, message: string): FileFault {
  const before = text.slice(0, index).split('\n')
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
