import { parseArgs } from 'node:util'
import { site } from '@/site.config'

/** Each option with its line of `--help`. */
export const options = {
  author: {
    type: 'string',
    description: 'the name of a file in authors/; by default the author with your git name or e-mail',
  },
  section: {
    type: 'string',
    description: `one of ${site.sections.map(({ name }) => name).join(', ')}, or another category`,
  },
  description: { type: 'string', description: 'the sentence under the headline' },
  date: {
    type: 'string',
    description:
      'the day of publication, optionally with a time: 2026-11-23, "2026-11-23 10:00"; by default today',
  },
  slug: { type: 'string', description: 'the last part of the URL; by default made from the headline' },
  draft: { type: 'boolean', description: 'not public until you remove the line' },
  mdx: {
    type: 'boolean',
    description: 'create an .mdx file, which may use the components in docs/authors.md',
  },
  help: { type: 'boolean', description: 'show this text' },
} as const

export const help = `Creates a post: asks for missing values and writes the file with the right name. Never overwrites a file.

  npm run new -- "Headline of the story"

${Object.entries(options)
  .map(([name, { description }]) => `  --${name.padEnd(13)}${description}`)
  .join('\n')}

Without a terminal, all values must be given as options. Exits with 2 if something is missing or wrong.`

/** The headline may be written with or without quotation marks around it. */
export function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  return { ...values, headline: positionals.join(' ').trim() || undefined }
}
export type Request = ReturnType<typeof readOptions>
