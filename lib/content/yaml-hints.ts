import type { YAMLError } from 'yaml'
import { positionIn } from '@/lib/content/source-text'

const maxDepth = 20

/**
 * Where brackets nest deeper than any front matter needs, or a key is marked with "?". Asked before the parser,
 * which takes 13 seconds for 400 times "{" and as long for 400 times "? ".
 */
export function findDeepNesting(text: string): { line: number; column: number; message: string } | undefined {
  const mark = /(?:^|[-:,?[{])[ \t]*\?(?=[ \t\n])/m.exec(text)
  if (mark) {
    const place = positionIn(text, mark.index + mark[0].length - 1)
    return {
      ...place,
      message: 'A question mark that stands alone means something else here. Put the value in quotes.',
    }
  }
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > maxDepth) {
      return {
        ...positionIn(text, index),
        message: 'Too many brackets inside each other. Put the value in quotes.',
      }
    }
  }
}

/** What a person should do about the parser's complaint, given the line it is about. */
export function explainYamlError({ code, message }: YAMLError, line: string): string {
  const [, key = '', value = ''] = /^\s*(?:- +)?["']?([^\s"':]+)["']? *:(?: +(.*))?$/.exec(line) ?? []
  const first = value[0] ?? ''
  if (code === 'DUPLICATE_KEY') return `"${key}" is there twice. Keep one of them.`
  if (code === 'TAB_AS_INDENT') return 'A tab cannot indent a line here. Use spaces.'
  if (code === 'BAD_DQ_ESCAPE') return 'Inside double quotes a backslash has to be written twice: \\\\.'
  if (message.startsWith('Missing closing'))
    return `The quotation mark that opens at "${key || line.trim().slice(0, 20)}" is not closed, or the text goes on in a line that is not indented.`
  if (first !== '' && '*&!@`%|>-?'.includes(first))
    return quoteAdvice(`A value that begins with "${first}"`, key, value)
  if (first === '"' || first === "'") {
    return `Something follows the closing quotation mark. Put quotes around the whole value, and write ${first === '"' ? '\\"' : "''"} for one inside.`
  }
  if (value.startsWith('{{') || value.startsWith('{%'))
    return 'Templates do not work in front matter. Write the value itself.'
  if (first === '[' || first === '{') {
    return `The list or mapping is not closed, or something follows it. Put values with # , [ ] { } in quotes, or all of ${key} if it is text.`
  }
  if (/: |:$/.test(value))
    return /^[“”„«‘]/.test(value)
      ? `Curly quotes are part of the text here. Put straight ones around the whole value: ${key}: "…".`
      : quoteAdvice('A value with a colon in it', key, value)
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return `The line below "${key}" is indented as if it belonged to it. Take the spaces away.`
  if (/^\s*-[^\s-]/.test(line)) return 'A list needs a space after each hyphen: "- chips".'
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') {
    return 'This line is not "key: value". A space is needed after the colon, and a long value needs quotes.'
  }
  return `This cannot be read (${message.split('\n')[0]}). Put the value in quotes.`
}

function quoteAdvice(what: string, key: string, value: string): string {
  const text = value.trimEnd().replace(/["\\]/g, '\\$&')
  return `${what} needs quotes around it. Write ${key}: "${text.length > 80 ? '…' : text}".`
}
