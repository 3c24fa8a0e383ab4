import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refuseUnpatchedDriver } from '@/scripts/launch/refuse-unpatched-driver'

let driver: string
beforeEach(() => {
  driver = mkdtempSync(join(tmpdir(), 'readyline-driver-'))
  for (const folder of ['src', 'cjs/src'])
    cpSync(join('node_modules/postgres', folder), join(driver, folder), { recursive: true })
})
afterEach(() => rmSync(driver, { recursive: true, force: true }))

it('starts with the driver of this installation, which its install script has been over', () => {
  expect(() => refuseUnpatchedDriver()).not.toThrow()
  expect(() => refuseUnpatchedDriver(driver)).not.toThrow()
})

it.each([
  ['src/connection.js', 'rows = 0\n    result = new Result()', 'result = new Result()'],
  ['cjs/src/connection.js', 'socket = errorResponse = null', 'socket = null'],
  ['src/index.js', 'COMMIT_ROLLED_BACK', 'NO_SUCH_GUARD'],
  ['cjs/src/index.js', 'COMMIT_ROLLED_BACK', 'NO_SUCH_GUARD'],
])('does not start where %s was installed without the guard "%s", and says what to run', (file, guard, instead) => {
  const path = join(driver, file)
  const source = readFileSync(path, 'utf8')
  expect(source).toContain(guard)
  writeFileSync(path, source.replaceAll(guard, instead))
  expect(() => refuseUnpatchedDriver(driver)).toThrow(
    /--ignore-scripts.*Run this once.*node scripts\/patch-driver\.mjs/,
  )
})
