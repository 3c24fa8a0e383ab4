import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { ADMIN_STATE, BOOTSTRAP_TOKEN, SETUP_TOKEN } from './e2e/depot'

/** Playwright reads this file in every process of a run: what is drawn by lot is drawn once and handed on. */
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000))
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'readyline-e2e-'))
const url = `http://127.0.0.1:${process.env.E2E_PORT}`

/** Every page in every state and language takes 20 minutes: it is walked where that is asked for. */
const LONG_WALK = process.env.E2E_EVERYWHERE === '1' ? [] : ['everywhere.spec.ts']

/**
 * Browser tests: one app with a database of its own and the demo depot, made through the setup page as anybody would.
 * `E2E_URL` runs them against an app that is there already (and not set up yet).
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  // A journey of half a minute takes a minute beside other work.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  globalTeardown: './e2e/remove-data.ts',
  use: {
    baseURL: process.env.E2E_URL ?? url,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    { name: 'setup', testMatch: 'setup.spec.ts', use: devices['Desktop Chrome'] },
    {
      name: 'desk',
      dependencies: ['setup'],
      testIgnore: ['setup.spec.ts', 'phone.spec.ts', ...LONG_WALK],
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
        storageState: ADMIN_STATE,
      },
    },
    {
      name: 'phone',
      dependencies: ['setup'],
      testMatch: 'phone.spec.ts',
      use: { ...devices['Pixel 7'], colorScheme: 'dark', storageState: ADMIN_STATE },
    },
  ],
  webServer: process.env.E2E_URL
    ? undefined
    : {
        command: 'node scripts/run.mjs start',
        url: `${url}/api/health/ready`,
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
        env: {
          PORT: process.env.E2E_PORT,
          DATA_DIR: process.env.E2E_DATA_DIR,
          SETUP_TOKEN,
          BOOTSTRAP_REFRESH_TOKEN: BOOTSTRAP_TOKEN,
          LOG_LEVEL: 'warn',
          // A depot that moves by itself looks otherwise at each moment.
          DEMO_SIMULATION: 'off',
        },
      },
})
