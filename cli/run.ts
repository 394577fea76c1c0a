import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/**
 * Runs another of these commands, or Next, with the same terminal, and gives its exit code. Signals go on to it,
 * so that whoever started this can end it in an orderly way. Node itself is started: no shell is the same everywhere.
 */
export function run(script: string, args: string[]): Promise<number> {
  // These commands are TypeScript, for which tsx put its loader there; Next must not get it.
  const loader = script.endsWith('.ts') ? process.execArgv : []
  const child = spawn(process.execPath, [...loader, script, ...args], { stdio: 'inherit' })
  const passOn = (signal: NodeJS.Signals) => child.kill(signal)
  // A terminal sends its Ctrl-C to the child by itself, and a second one would cut its farewell short.
  const passOnInterrupt = process.stdin.isTTY ? () => {} : passOn
  process.on('SIGTERM', passOn).on('SIGHUP', passOn).on('SIGINT', passOnInterrupt)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', passOn).off('SIGHUP', passOn).off('SIGINT', passOnInterrupt)
      resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0))
    })
  })
}

/** A command of this folder, as a path. */
export const commandPath = (name: 'sync' | 'build') => fileURLToPath(new URL(`${name}.ts`, import.meta.url))

/** The program that `npx next` would start. */
export const nextBinary = () => createRequire(import.meta.url).resolve('next/dist/bin/next')
