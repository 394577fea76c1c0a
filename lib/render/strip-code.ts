/** The text with code blanked out, with spaces or another sign, every character in its place. */
export function blankOutCode(text: string, sign = ' '): string {
  const blank = (code: string) => code.replace(/[^\n]/g, sign)
  if (!/[`~]/.test(text)) return text
  const blocks = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm
  return withoutSpans(text.replace(blocks, blank), blank)
}

/** Code spans end at the next run of as many backticks in the same paragraph. */
function withoutSpans(text: string, blank: (code: string) => string): string {
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const runs = [...paragraph.matchAll(/`+/g)]
      const lastOf = new Map(runs.map((run) => [run[0].length, run.index]))
      let result = ''
      let done = 0
      let opened: RegExpExecArray | undefined
      for (const run of runs) {
        if (opened && run[0].length === opened[0].length) {
          result +=
            paragraph.slice(done, opened.index) +
            blank(paragraph.slice(opened.index, run.index + run[0].length))
          done = run.index + run[0].length
          opened = undefined
        } else if (!opened && (lastOf.get(run[0].length) ?? 0) > run.index) opened = run
      }
      return result + paragraph.slice(done)
    })
    .join('')
}
