import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

/** Reads the files that `next build` and `next start` read, so that every command knows the same. What is set already stays. */
export function loadEnvironment(): void {
  for (const file of ['.env.production.local', '.env.local', '.env.production', '.env']) {
    if (existsSync(file)) loadEnvFile(file)
  }
}
