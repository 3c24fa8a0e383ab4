import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withFolderLock } from '@/lib/db/embedded/folder-lock'
import { identify, ownIdentity } from '@/lib/db/embedded/process-identity'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readyline-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('withFolderLock', () => {
  it('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const visit = () =>
      withFolderLock(folder, 30_000, async () => {
        inside += 1
        most = Math.max(most, inside)
        await sleep(2)
        inside -= 1
      })
    await Promise.all(Array.from({ length: 30 }, visit))
    expect(most).toBe(1)
  })

  it('is free again when its work failed', async () => {
    await expect(withFolderLock(folder, 1000, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withFolderLock(folder, 1000, async () => 'yes')).toBe('yes')
  })

  it('is free when its holder was killed', async () => {
    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    await once(holder, 'spawn')
    writeFileSync(join(folder, 'lock.7'), JSON.stringify({ holder: identify(holder.pid as number), released: false }))
    await expect(withFolderLock(folder, 100, async () => 'mine')).rejects.toThrow(`process ${holder.pid} has held`)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(await withFolderLock(folder, 1000, async () => 'mine')).toBe('mine')
  })

  it('is free when the power failed while it was written', async () => {
    writeFileSync(join(folder, 'lock.1'), '{"hol')
    expect(await withFolderLock(folder, 1000, async () => 'mine')).toBe('mine')
  })

  it('leaves one small file, however often it was used', async () => {
    for (let time = 0; time < 20; time += 1) await withFolderLock(folder, 1000, async () => {})
    expect(readdirSync(folder)).toEqual(['lock.20'])
  })

  it('waits for a holder that lives, though its claim is long made', async () => {
    writeFileSync(join(folder, 'lock.3'), JSON.stringify({ holder: ownIdentity(), released: false }))
    await expect(withFolderLock(folder, 100, async () => 'mine')).rejects.toThrow(/too long/)
  })
})
