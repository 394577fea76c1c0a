/**
 * `npm run addresses`: writes every address that is public now into addresses.txt, at a release. Nothing is ever taken
 * out, and `npm run check:posts` fails when one of them answers no more.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { goneFile } from '@/lib/content/gone'
import { addressFile, publicAddresses, withNewAddresses } from '@/lib/lint/cross-file/addresses'
import { checkNewsroom, readAddresses } from './check/newsroom'
import { counted } from './check/print'

const options = { help: { type: 'boolean' } } as const
const help = `Adds every address that is public now to ${addressFile}. Run it at a release and commit the file.

  npm run addresses

Nothing is ever taken out. When an address answers no more, "npm run check:posts" says so, until a post has it in its
"aliases" or ${goneFile} says why it is gone.`

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
  const { text, added } = withNewAddresses(readAddresses(root), publicAddresses({ posts, now }))
  if (added.length > 0) writeFileSync(join(root, addressFile), text)
  console.log(`${addressFile}: ${counted(added.length, 'address', 'addresses')} added`)
}
