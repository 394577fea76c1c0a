import { execFile } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createScratchSite } from './scratch-site'

/** Copies the site with the checkout's build, but without its prerendered pages, so that all pages come from the copy's posts. Returns its folder. */
export function copyBuiltSite(name: string): string {
  const folder = createScratchSite(name)
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

/** Runs `npm run sync` in that copy and returns its output. Asynchronous, because blocking would hide connections that the server closes. */
export async function runSync(folder: string): Promise<string> {
  const tsx = join(process.cwd(), 'node_modules/tsx/dist/cli.mjs')
  const ended = await run(process.execPath, [tsx, 'cli/sync.ts'], { cwd: folder }).catch((error) => error)
  return `${ended.stdout}${ended.stderr}`
}
