import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** An installed browser: the path in CHROMIUM, or one of the usual places. Nothing is downloaded. */
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
  // Generous, so that a slow machine does not make tests fail.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    // Only the tests of offline reading and of network requests allow the service worker.
    serviceWorkers: 'block',
    // Tests set their own viewport sizes; everything else is the browser's default.
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
  // A real build on its own port. Never reuse a server that already listens there: it is not the one under test.
  webServer: {
    command: `npm start -- -p ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 300_000,
    env: { SITE_URL: `http://localhost:${port}` },
  },
})
