import { execFile } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { scratchSite } from './scratch-site'

/** A copy of the site with the build of the checkout, of which every page is still to be made, from the copy's own posts. */
export function builtSite(name: string): string {
  const folder = scratchSite(name)
  cpSync('.next', join(folder, '.next'), {
    recursive: true,
    filter: (source) => !/\.next[\\/](cache|dev|types)$/.test(source),
  })
  const made = join(folder, '.next/server/app')
  for (const file of readdirSync(made, { recursive: true, encoding: 'utf8' }))
    if (/\.(html|rsc|meta|body|segments)$/.test(file) && !/^_/.test(file))
      rmSync(join(made, file), { recursive: true, force: true })
  return folder
}

const run = promisify(execFile)

/** `npm run sync` in that copy. Gives what it says. Waits without blocking, or connections that the server ends go unnoticed. */
export async function sync(folder: string): Promise<string> {
  const tsx = join(process.cwd(), 'node_modules/tsx/dist/cli.mjs')
  const ended = await run(process.execPath, [tsx, 'cli/sync.ts'], { cwd: folder }).catch((error) => error)
  return `${ended.stdout}${ended.stderr}`
}
