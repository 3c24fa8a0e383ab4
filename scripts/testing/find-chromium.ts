import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium of this machine: `CHROMIUM_PATH`, or one of its usual names on the path. */
export function systemChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!isExecutable(given)) throw new Error(`CHROMIUM_PATH names ${given}, which cannot be run. Mend or unset it.`)
    return given
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

/**
 * Finds a browser for the browser tests, or has Playwright install its own.
 * @returns the path of the system's, or undefined for Playwright's own
 * @throws Error with a sentence when there is none to be had
 */
export function findChromium(): string | undefined {
  const found = systemChromium()
  if (found) {
    console.log(`Browser tests use ${found}.`)
    return found
  }
  console.log('There is no Chromium here; Playwright installs its own.')
  const install = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'inherit',
  })
  if (install.status === 0) return undefined
  throw new Error(
    'No browser for the browser tests: there is no Chromium on this machine and Playwright could not download one. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
