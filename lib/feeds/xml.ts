import { escapeXml } from '@/lib/text'

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

type Attributes = Record<string, string | number | undefined>

/**
 * An element with text in it. Text and values are escaped, and what XML forbids is left out; names are our own.
 * Without text the element is empty.
 */
export function element(name: string, text?: string, attributes: Attributes = {}): string {
  return text === undefined
    ? `<${name}${formatAttributes(attributes)}/>`
    : `<${name}${formatAttributes(attributes)}>${escapeXml(text)}</${name}>`
}

/** An element around others, which are XML already; undefined ones are left out. */
export function elementWith(
  name: string,
  children: (string | undefined)[],
  attributes: Attributes = {},
): string {
  const inner = children.filter((child) => child !== undefined && child !== '').join('\n')
  return `<${name}${formatAttributes(attributes)}>\n${inner}\n</${name}>`
}

function formatAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(String(value))}"`]))
    .join('')
}
