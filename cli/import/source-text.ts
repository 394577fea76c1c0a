import { maxFileBytes } from '@/lib/content/source-text'

/** Bytes as text, with what had to be done to them; no text where the file is too large. */
export type SourceText = { text?: string; remarks: string[] }

/**
 * Reads what other systems took without a word: Windows-1252, UTF-16, byte order marks, line ends of every kind and
 * control characters. What is changed is told.
 */
export function readSourceText(bytes: Uint8Array, most = maxFileBytes): SourceText {
  if (bytes.length > most) {
    return { remarks: [`The file has ${kilobytes(bytes.length)} KB, the limit is ${kilobytes(most)}.`] }
  }
  const remarks: string[] = []
  const decoded = decode(bytes, remarks)
  const text = decoded.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n')
  const clean = text.replace(/(?![\t\n\u0080-\u009F])\p{Cc}/gu, '')
  if (clean !== text) remarks.push('Control characters were taken out.')
  return { text: clean, remarks }
}

function decode(bytes: Uint8Array, remarks: string[]): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    remarks.push('The file is UTF-16 and was written as UTF-8.')
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    remarks.push('The file is not UTF-8. It was read as Windows-1252; look at its accented letters.')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const kilobytes = (size: number) => Math.ceil(size / 1024)
