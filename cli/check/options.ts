import { parseArgs } from 'node:util'
import { catalogue, ruleNames } from '@/lib/lint/rule-catalog'
import { type Format, formats } from './print'

/** Each option with its line of `--help`. */
export const options = {
  fix: { type: 'boolean', says: 'mend what can be mended safely: docs/rules.md says which rules' },
  format: { type: 'string', says: 'text (default), github for annotations of a pull request, json' },
  strict: { type: 'boolean', says: 'end with 1 also when there are only warnings' },
  quiet: { type: 'boolean', says: 'show errors only' },
  why: { type: 'string', says: 'why a post is not showing: a file, a slug or an address' },
  rules: { type: 'boolean', says: 'list the rules' },
  root: { type: 'string', says: 'check another checkout than this folder' },
  help: { type: 'boolean', says: 'this text' },
} as const

export const help = `Reads every post, author and picture and says what is wrong, where, and what to write instead.

  npm run check:posts                         everything
  npm run check:posts -- posts/a.md …         what is said of these files, or of all in a folder
  npm run check:posts -- --why <post>         why a post is not showing

${Object.entries(options)
  .map(([name, { says }]) => `  --${name.padEnd(10)}${says}`)
  .join('\n')}

Ends with 1 when there is an error, with 2 when it was called wrongly, else with 0. docs/rules.md has every rule with its
reason, and how to silence one.`

export type Request = ReturnType<typeof readOptions>

/** What the command line asks for. Throws an Error with a sentence when it cannot be understood. */
export function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const format = formats.find((one) => one === (values.format ?? 'text'))
  if (!format) throw new Error(`There is no format "${values.format}". Write ${formats.join(', ')}.`)
  return { ...values, format: format satisfies Format, files: positionals }
}

/** `--rules`: name, how serious, whether `--fix` mends it, what it asks for. */
export function ruleList(): string {
  return ruleNames
    .map((name) => {
      const rule = catalogue[name]
      const mended = 'fix' in rule ? 'fix' : ''
      return `${name.padEnd(13)} ${rule.severity.padEnd(8)} ${mended.padEnd(4)} ${rule.asks}`
    })
    .join('\n')
}
