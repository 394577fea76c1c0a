/**
 * `npm run measure:empty-app`: builds the empty app next to this file and records how much script Next sends with it. The
 * budget for the site's own script is on top of that, so measure again after each update of Next.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import config from '../../playwright.config'
import { measurePage } from '../page-weights'

const folder = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const next = require.resolve('next/dist/bin/next')
const port = process.env.E2E_PORT ?? '3211'
const address = `http://localhost:${port}/`

const build = spawn(process.execPath, [next, 'build', folder], { stdio: 'inherit' })
const [code] = await once(build, 'exit')
if (code !== 0) process.exit(1)

const server = spawn(process.execPath, [next, 'start', folder, '-p', port], { stdio: 'inherit' })
const browser = await chromium.launch(config.use?.launchOptions)
try {
  while (!(await fetch(address).catch(() => undefined))) await new Promise((later) => setTimeout(later, 200))
  const { script } = await measurePage(await browser.newPage(), address)
  const measured = { next: require('next/package.json').version, script }
  writeFileSync(`${folder}/weight.json`, `${JSON.stringify(measured, undefined, 2)}\n`)
  console.log(measured)
} finally {
  await browser.close()
  server.kill()
}
