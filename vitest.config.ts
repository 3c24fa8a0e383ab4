import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

/**
 * `unit`: pure decisions beside their source. `api`: every operation over HTTP against a real server and PostgreSQL;
 * a server and a database serve each process of the run, so that its files run one after another there.
 */
export default defineConfig({
  test: {
    // Tests with a database wait for it half of the time: each core has a process.
    maxWorkers: '100%',
    // A test that runs beside others on a busy machine takes ten times longer; a limit is only there to end what hangs.
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,lib,components,bench,scripts}/**/*.test.{ts,tsx}'],
          globalSetup: ['scripts/testing/planner-thread.setup.ts', 'scripts/testing/database.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          env: { LOG_LEVEL: 'silent' },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'api',
          include: ['e2e/api/**/*.test.ts'],
          globalSetup: [
            'scripts/testing/planner-thread.setup.ts',
            'scripts/testing/database.setup.ts',
            'e2e/api/server.setup.ts',
          ],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
