import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepAppSecret } from '@/lib/db/embedded/data-dir'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'readyline-data-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('keepAppSecret', () => {
  it('makes a secret of 64 digits once and keeps it', () => {
    const secret = keepAppSecret(dataDir)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(keepAppSecret(dataDir)).toBe(secret)
    expect(readdirSync(dataDir)).toEqual(['app-secret'])
  })

  it('shows it to this user only', () => {
    keepAppSecret(dataDir)
    expect(statSync(join(dataDir, 'app-secret')).mode & 0o077).toBe(0)
  })

  it('refuses a secret that somebody has cut short', () => {
    writeFileSync(join(dataDir, 'app-secret'), 'short')
    expect(() => keepAppSecret(dataDir)).toThrow(/fewer than 32 characters/)
  })
})
