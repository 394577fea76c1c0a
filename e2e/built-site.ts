import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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

/** `npm run sync` in that copy. Gives what it says. */
export function sync(folder: string): string {
  try {
    return execFileSync('npx', ['tsx', 'cli/sync.ts'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
