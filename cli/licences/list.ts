import { readdirSync, readFileSync } from 'node:fs'
import { lockedPackages } from './lockfile'

export const licenceFile = 'docs/licences.md'

const fontFolders = ['app/fonts', 'lib/images/fonts']

/** The text of docs/licences.md. Without versions: it changes when a package comes or goes, not with every update. */
export function licenceList(root: string): string {
  const groups = new Map<string, Set<string>>()
  for (const { name, license = 'No licence named', dev } of lockedPackages(root))
    if (!dev) groups.set(license, (groups.get(license) ?? new Set()).add(name))
  const sections = [...groups]
    .sort(([a, { size: many }], [b, { size: more }]) => more - many || (a < b ? -1 : 1))
    .map(([licence, names]) => `## ${licence}\n\n${[...names].sort().map(line).join('\n')}\n`)
  const ofFonts = fontFolders.flatMap((folder) => fontsIn(root, folder))
  return [head, ...sections, `${fonts}\n\n${ofFonts.join('\n')}\n`].join('\n')
}

const line = (name: string) => `- [${name}](https://www.npmjs.com/package/${name})`

/** Beside the fonts lie their licences, which begin with who made them and where. */
const fontsIn = (root: string, folder: string) =>
  readdirSync(`${root}/${folder}`)
    .filter((file) => file.startsWith('OFL-'))
    .sort()
    .map((file) => {
      const path = `${folder}/${file}`
      const text = readFileSync(`${root}/${path}`, 'utf8')
      const [, name, home] = /^Copyright \d+ The (.+?) Project Authors \((\S+?)\)/.exec(text) ?? []
      if (!name || !home) throw new Error(`${path} does not begin with who made the font, and where.`)
      return `- [${name}](${home}) in \`${folder}\`: [licence](../${path})`
    })

const head = `# Licences of others

Copydesk itself is under the [MIT licence](../LICENSE). This is what others made: every package that \`npm ci --omit=dev\` may
install, on any platform, by \`package-lock.json\`, and the fonts in this repository. Packages bring the text of their licence in
their folder in \`node_modules\`, but for a few, mostly binaries, which have it only at their home. Next keeps those of what is
inside it in \`next/dist/compiled\`.

Written by \`npm run licences\`. \`__tests__/cli/licences.test.ts\` fails when it is not what the lockfile says;
\`__tests__/supply-chain.test.ts\` says which licences may be here.
`

const fonts = '## OFL-1.1: fonts in this repository, cut to the letters it uses'
