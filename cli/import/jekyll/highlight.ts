/**
 * `{% highlight ruby linenos %}` as a fenced block. `before` is the text in front of it: a block that begins inside of a
 * line begins on a new one, and one in a list keeps its indent.
 */
export function fenced(args: string, content: string, before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const indent = /^[ \t]*$/.test(line) ? line : ''
  const [, language = ''] = /^["']?([\w+#.-]*)/.exec(args) ?? []
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const code = content.replace(/^[ \t]*\n/, '').replace(/\n?[ \t]*$/, '')
  const start = line.trim() === '' ? '' : '\n\n'
  return `${start}${fence}${language}\n${code}\n${indent}${fence}`
}
