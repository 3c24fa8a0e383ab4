import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { announcer, NOTIFY_CHANGED } from '@/lib/db/announce'
import { log } from '@/lib/log'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Tells of a change every second for so many seconds, of which each fails. @returns what was warned of */
async function warnings(error: Error, seconds: number): Promise<unknown[]> {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
  const tell = announcer({ unsafe: () => Promise.reject(error) } as unknown as Parameters<typeof announcer>[0])
  for (let second = 0; second < seconds; second += 1) {
    tell([NOTIFY_CHANGED])
    await vi.advanceTimersByTimeAsync(1_000)
  }
  return warn.mock.calls.map(([about]) => about)
}

test('that nobody can be told of changes is warned of once a minute', async () => {
  const err = new Error('permission denied for schema graphile_worker')
  expect(await warnings(err, 90)).toEqual([{ err }, { err }])
})

test('but not while the database is away: others say that', async () => {
  expect(await warnings(Object.assign(new Error('away'), { code: 'CONNECTION_ENDED' }), 90)).toEqual([])
})
