import { messages } from '@/lib/i18n/messages'
import { site } from '@/site.config'

/** What is known of a picture or another file of the site. */
export type FileInfo = { type: string; bytes: number; width: number; height: number }

/** What a reader wants to know before loading a picture: what it shows, and how much it is. */
export function pictureLabel(alt: string, file: FileInfo | undefined): string {
  const name = alt ? `${messages.picture}: ${alt}` : messages.picture
  if (!file) return name
  const kind = file.type.replace(/^.*\/|\+.*$/g, '').toUpperCase()
  return `${name} (${kind}, ${size(file.bytes)})`
}

function size(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(site.language, style).format(value)
}
