import { spawnSync } from 'node:child_process'
import { expect, it, vi } from 'vitest'
import { ownIdentity } from '@/lib/db/embedded/process-identity'
import { supervise, waitForRoom } from '@/lib/db/embedded/supervisor'
import { createLog } from '@/lib/log'

const FULL = { freeMegabytes: 3, neededMegabytes: 32 }

function keptLog() {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  return { log, told: () => lines.filter((line) => line.includes('freeMegabytes')).length }
}

/** A server that has ended. */
function deadServer() {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  return { process: { pid, birth: 'long ago' }, port: 1 }
}

it('starts a server that died for want of room once there is some, and says once that it waits', async () => {
  const { log, told } = keptLog()
  let full: typeof FULL | null = FULL
  const roomFor = vi.fn(() => full)
  const restart = vi.fn(async () => ({ process: ownIdentity(), port: 1 }))
  const stop = supervise(deadServer(), log, restart, roomFor)
  await vi.waitFor(() => expect(roomFor.mock.calls.length).toBeGreaterThan(3), { timeout: 30_000 })
  expect(restart).not.toHaveBeenCalled()
  expect(told()).toBe(1)
  full = null
  await vi.waitFor(() => expect(restart).toHaveBeenCalledOnce(), { timeout: 30_000 })
  await stop()
})

it('starts a server that died of something else at once', async () => {
  const restart = vi.fn(async () => ({ process: ownIdentity(), port: 1 }))
  const stop = supervise(deadServer(), keptLog().log, restart, () => null)
  await vi.waitFor(() => expect(restart).toHaveBeenCalledOnce(), { timeout: 30_000 })
  await stop()
})

it('waits with the first start too, as long as there is no room', async () => {
  const { log, told } = keptLog()
  let looks = 0
  await waitForRoom(log, () => (++looks < 4 ? FULL : null))
  expect(told()).toBe(1)
})
