/** A part of `npm run check:posts` on a core of its own: paths come in, what was found goes out. */
import { loadTools } from './dictionary'
import { lintAt } from './lint-at'

const root = process.argv[2] ?? process.cwd()
const tools = await loadTools(root)

process.on('message', async (paths: string[]) => {
  const found = []
  for (const path of paths) found.push(await lintAt(root, path, tools))
  process.send?.(found)
})
// Ready, with nothing found yet.
process.send?.([])
