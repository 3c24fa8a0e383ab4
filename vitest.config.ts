import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

/**
 * `unit`: pure decisions beside their source. `api`: every operation over HTTP against a real server and PostgreSQL;
 * one server and one database serve the whole run, so its files run one after another in one process.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,lib,components,bench,scripts}/**/*.test.{ts,tsx}'],
          globalSetup: ['scripts/testing/planner-thread.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          env: { LOG_LEVEL: 'silent' },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'api',
          include: ['e2e/api/**/*.test.ts'],
          globalSetup: ['scripts/testing/planner-thread.setup.ts', 'e2e/api/server.setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
