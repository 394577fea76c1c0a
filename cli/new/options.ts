import { parseArgs } from 'node:util'
import { site } from '@/site.config'

/** Each option with its line of `--help`. */
export const options = {
  author: {
    type: 'string',
    says: 'the name of a file in authors/; else the one with your name or e-mail of git',
  },
  section: {
    type: 'string',
    says: `one of ${site.sections.map(({ name }) => name).join(', ')}, or another category`,
  },
  description: { type: 'string', says: 'the sentence under the headline' },
  date: {
    type: 'string',
    says: 'the day of publication, or day and time: 2026-11-23, "2026-11-23 10:00"; else today',
  },
  slug: { type: 'string', says: 'the address; else it is made from the headline' },
  draft: { type: 'boolean', says: 'not public until you take the line out' },
  mdx: { type: 'boolean', says: '.mdx, with the words of docs/authors.md, in place of .md' },
  help: { type: 'boolean', says: 'this text' },
} as const

export const help = `Begins a post: asks for what is missing and writes the file with the right name. Never overwrites one.

  npm run new -- "Headline of the story"

${Object.entries(options)
  .map(([name, { says }]) => `  --${name.padEnd(13)}${says}`)
  .join('\n')}

Where there is no terminal to ask at, everything has to be given. Ends with 2 when something is missing or wrong.`

/** The headline may be written with or without quotation marks around it. */
export function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  return { ...values, headline: positionals.join(' ').trim() || undefined }
}
export type Request = ReturnType<typeof readOptions>
