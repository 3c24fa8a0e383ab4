import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { diskIsFull, fullDiskAt } from '@/lib/db/disk-room'

test.skipIf(process.platform !== 'linux')(
  'a file system without a free byte is full, as one of the system says it is',
  () => {
    expect(fullDiskAt('/proc')).toEqual({ freeMegabytes: 0, neededMegabytes: 32 })
  },
)

test('a disk with room is not, nor is one that cannot be told', () => {
  expect(fullDiskAt(tmpdir())).toBeNull()
  expect(fullDiskAt('/no/such/folder')).toBeNull()
})

test('whoever writes learns why, that nothing was stored, and when to try again', () => {
  const refusal = diskIsFull({ freeMegabytes: 12, neededMegabytes: 32 })
  expect(refusal.code).toBe('unavailable')
  expect(refusal.message).toMatch(/12 MB are free, and writing needs 32 MB\. Nothing was stored; reading goes on/)
  expect(refusal.more.headers).toEqual({ 'Retry-After': '30' })
})
