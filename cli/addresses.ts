/**
 * `npm run addresses`: writes every address that is public now into addresses.txt, at a release. Nothing is ever taken
 * out, and `npm run check:posts` fails when one of them answers no more.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { goneFile } from '@/lib/content/gone'
import { addNewAddresses, addressFile, listPublicAddresses } from '@/lib/lint/cross-file/addresses'
import { checkNewsroom, readAddresses } from './check/newsroom'
import { pluralize } from './check/print'

const options = { help: { type: 'boolean' } } as const
const help = `Adds every public URL to ${addressFile}. Run it at a release and commit the file.

  npm run addresses

Nothing is ever removed. When a URL stops working, "npm run check:posts" reports it until a post has it in its "aliases" or
${goneFile} gives a reason.`

try {
  if (parseArgs({ options }).values.help) console.log(help)
  else await add(process.cwd())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function add(root: string) {
  const now = Date.now()
  const { posts } = await checkNewsroom({ root, now })
  const { text, added } = addNewAddresses(readAddresses(root), listPublicAddresses({ posts, now }))
  if (added.length > 0) writeFileSync(join(root, addressFile), text)
  console.log(`${addressFile}: ${pluralize(added.length, 'address', 'addresses')} added`)
}
