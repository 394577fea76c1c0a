import type { Problem } from '@/lib/content/problem'

/** Says something about a place of a source, by its offset in the body. */
export type Report = (at: number, rule: string, message: string) => void

/** Remarks on the body of one file, with the lines of the file. */
export function createReporter(file: string, body: string, bodyLine: number) {
  const problems: Problem[] = []
  const said = new Set<string>()
  const say: Report = (at, rule, message) => {
    const line = body.slice(0, at).split('\n').length + bodyLine - 1
    if (said.has(`${line} ${message}`)) return
    said.add(`${line} ${message}`)
    problems.push({ file, line, severity: 'warning', rule, message })
  }
  return { problems, say }
}

/** A piece of a text for a message, on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
