import { parseArgs } from 'node:util'
import { ruleCatalog, ruleNames } from '@/lib/lint/rule-catalog'
import { type Format, formats } from './print'

/** Each option with its line of `--help`. */
export const options = {
  fix: { type: 'boolean', description: 'apply safe fixes; docs/rules.md lists the rules that have one' },
  format: { type: 'string', description: 'text (default), github (annotations for pull requests) or json' },
  strict: { type: 'boolean', description: 'exit with 1 if there are only warnings, too' },
  quiet: { type: 'boolean', description: 'show errors only' },
  why: { type: 'string', description: 'explain why a post is not public: give its file, slug or URL' },
  rules: { type: 'boolean', description: 'list the rules' },
  root: { type: 'string', description: 'check another checkout instead of this folder' },
  help: { type: 'boolean', description: 'show this text' },
} as const

export const help = `Checks every post, author and picture, and reports each problem with its place and what to write instead.

  npm run check:posts                         everything
  npm run check:posts -- posts/a.md …         only these files or folders
  npm run check:posts -- --why <post>         why a post is not public

${Object.entries(options)
  .map(([name, { description }]) => `  --${name.padEnd(10)}${description}`)
  .join('\n')}

Exits with 1 if there is an error, with 2 if the command line is wrong, otherwise with 0. docs/rules.md lists every rule with its
reason, and how to suppress one.`

export type Request = ReturnType<typeof readOptions>

/** What the command line asks for. Throws an Error with a sentence when it cannot be understood. */
export function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const format = formats.find((one) => one === (values.format ?? 'text'))
  if (!format) throw new Error(`There is no format "${values.format}". Write ${formats.join(', ')}.`)
  return { ...values, format: format satisfies Format, files: positionals }
}

/** `--rules`: name, severity, whether `--fix` can fix it, and the requirement. */
export function ruleList(): string {
  return ruleNames
    .map((name) => {
      const rule = ruleCatalog[name]
      const fixable = 'fix' in rule ? 'fix' : ''
      return `${name.padEnd(13)} ${rule.severity.padEnd(8)} ${fixable.padEnd(4)} ${rule.requirement}`
    })
    .join('\n')
}
