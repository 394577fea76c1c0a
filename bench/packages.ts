import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './site'

/** A program of a package that only measuring needs, installed into `.scratch/` when it is asked for first. */
export async function programOf(name: string, version: string, program: string): Promise<string | undefined> {
  const folder = join(process.cwd(), '.scratch', 'bench-packages', name.replace(/\W/g, ''))
  const path = join(folder, 'node_modules', name, program)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  try {
    await run(folder, ['npm', 'i', '--prefix', folder, '--no-audit', '--no-fund', `${name}@${version}`])
    return path
  } catch (error) {
    console.log(`  left out, npm cannot install ${name} here: ${String(error).slice(0, 300)}`)
    return undefined
  }
}
