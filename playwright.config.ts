import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** A browser of the machine's own: CHROMIUM, or the usual places. Nothing is downloaded. */
const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))

const port = Number(process.env.E2E_PORT ?? 3210)

export default defineConfig({
  testDir: './e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  workers: 2,
  // Generous, so that no test says more of the machine than of the site.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    // Most tests are about one thing. Those about reading offline, and about whom pages ask, allow the worker.
    serviceWorkers: 'block',
    // Sizes of a phone and a laptop are set by the tests; everything else is the browser's own.
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // A real build on a port of its own; a server that already answers there is not the one under test.
  webServer: {
    command: `npm start -- -p ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 300_000,
    env: { SITE_URL: `http://localhost:${port}` },
  },
})
