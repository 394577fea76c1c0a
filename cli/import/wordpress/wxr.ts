import { SaxesParser } from 'saxes'

/** An element of an export: its text, what it holds, and the lines it and its text begin on. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
  line: number
}

const deepest = 20

/**
 * Reads a WordPress export (WXR 1.2). A document that declares entities or a DTD is refused: an export has neither, and
 * ten lines of them can stand for gigabytes. Throws with the line of what is wrong.
 */
export function readWxr(xml: string): XmlElement {
  const parser = new SaxesParser({ position: true })
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '', line: 1 }
  const open = [top]
  const add = (text: string) => {
    const here = open.at(-1)
    if (here) here.text += text
  }
  const refuse = (message: string): never => {
    throw new Error(`Line ${parser.line}: ${message}`)
  }
  parser.on('doctype', () => refuse('The file declares a document type, which no export of WordPress does.'))
  parser.on('error', ({ message }) =>
    refuse(`This is not XML (${message.replace(/^\d+:\d+: |\.$/g, '')}). Export it again, or mend the line.`),
  )
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) refuse('Elements nest deeper than in any export.')
    const given = Object.entries(attributes).map(([key, value]) => [key, String(value)])
    const element = { name, attributes: Object.fromEntries(given), children: [], text: '', line: parser.line }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(xml).close()
  const channel = top.children
    .find(({ name }) => name === 'rss')
    ?.children.find(({ name }) => name === 'channel')
  return channel ?? refuse('This is no export of WordPress: there is no <rss> with a <channel>.')
}

export const all = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === name)

/** The text of a child, without spaces around it; '' where there is none. */
export const textAt = (element: XmlElement, name: string): string =>
  element.children.find((child) => child.name === name)?.text.trim() ?? ''
