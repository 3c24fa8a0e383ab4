import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Ear } from '@/lib/db/listen'
import type { Markers } from '@/lib/live/changes'
import { ChangeHub } from '@/lib/live/hub'

const SAME: Markers = { run: '1', request: '', trigger: null, settings: '', stations: '', events: '', alarms: '' }

/** A hub over a row that the test changes; `isHeard`: what it announces itself comes back as a notice. */
function makeHub({ isHeard }: { isHeard: boolean }) {
  let run = 0
  let ear: Ear | undefined
  let fails = false
  const looks: number[] = []
  const begun = Date.now()
  const hub = new ChangeHub({
    read: async (uids) => {
      looks.push(Date.now() - begun)
      if (fails) throw new Error('The database is away.')
      return new Map(uids.map((uid) => [uid, { ...SAME, run: String(run) }]))
    },
    listen: (given) => {
      ear = given
      setTimeout(() => given.onListen(), 10)
      return {
        close: async () => {
          ear = undefined
        },
      }
    },
    announce: async () => {
      if (isHeard) setTimeout(() => ear?.onNotice('', ''), 10)
    },
  })
  const told: string[] = []
  const stop = hub.listen(
    'north',
    (event) => told.push(event),
    () => {},
  )
  return {
    told,
    looks,
    stop,
    ear: () => ear,
    change: () => {
      run += 1
    },
    fail: (does: boolean) => {
      fails = does
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('how often the rows are looked at', () => {
  test('seldom while notices are heard and nothing changes; at once when a notice comes', async () => {
    const hub = makeHub({ isHeard: true })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hub.looks.length).toBeLessThan(60_000 / 5_000 + 4)
    hub.change()
    hub.ear()?.onNotice('', '')
    await vi.advanceTimersByTimeAsync(0)
    expect(hub.told).toEqual(['resync', 'plan', 'readiness'])
  })

  test('many notices are few looks', async () => {
    const hub = makeHub({ isHeard: true })
    for (let at = 0; at < 4_000; at += 20) {
      hub.ear()?.onNotice('', '')
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(hub.looks.length).toBeLessThanOrEqual(4_000 / 400 + 2)
  })

  test('often while no notice was ever heard: a change is told within a second', async () => {
    const hub = makeHub({ isHeard: false })
    await vi.advanceTimersByTimeAsync(30_000)
    hub.change()
    await vi.advanceTimersByTimeAsync(900)
    expect(hub.told).toEqual(['resync', 'plan', 'readiness'])
  })

  test('often again after a change that no notice told of, until one is heard', async () => {
    const hub = makeHub({ isHeard: true })
    await vi.advanceTimersByTimeAsync(10_000)
    hub.change()
    await vi.advanceTimersByTimeAsync(5_400)
    expect(hub.told).toEqual(['resync', 'plan', 'readiness'])
    const before = hub.looks.length
    await vi.advanceTimersByTimeAsync(4_000)
    expect(hub.looks.length - before).toBeGreaterThanOrEqual(9)
    hub.ear()?.onNotice('', '')
    await vi.advanceTimersByTimeAsync(400)
    const heard = hub.looks.length
    await vi.advanceTimersByTimeAsync(4_000)
    expect(hub.looks.length - heard).toBeLessThanOrEqual(1)
  })

  test('often while the connection for notices is lost, and at once when there is one again', async () => {
    const hub = makeHub({ isHeard: true })
    await vi.advanceTimersByTimeAsync(10_000)
    hub.ear()?.onLost?.()
    hub.change()
    await vi.advanceTimersByTimeAsync(800)
    expect(hub.told).toEqual(['resync', 'plan', 'readiness'])
    await vi.advanceTimersByTimeAsync(2_000)
    hub.change()
    hub.ear()?.onListen()
    await vi.advanceTimersByTimeAsync(400)
    expect(hub.told).toHaveLength(5)
  })
})

test('after a look that failed it is looked again soon, and everybody is told to read everything', async () => {
  const hub = makeHub({ isHeard: true })
  await vi.advanceTimersByTimeAsync(10_000)
  hub.fail(true)
  hub.ear()?.onNotice('', '')
  await vi.advanceTimersByTimeAsync(2_000)
  hub.fail(false)
  await vi.advanceTimersByTimeAsync(400)
  expect(hub.told).toEqual(['resync', 'resync'])
})

test('a kind is told once a second at most, the last change too', async () => {
  const hub = makeHub({ isHeard: true })
  await vi.advanceTimersByTimeAsync(1_000)
  for (let at = 0; at < 3_000; at += 100) {
    hub.change()
    hub.ear()?.onNotice('', '')
    await vi.advanceTimersByTimeAsync(100)
  }
  await vi.advanceTimersByTimeAsync(1_400)
  const plans = hub.told.filter((event) => event === 'plan').length
  expect(plans).toBeGreaterThanOrEqual(3)
  expect(plans).toBeLessThanOrEqual(5)
})

test('when the last stream ends nothing is listened to or looked at', async () => {
  const hub = makeHub({ isHeard: true })
  await vi.advanceTimersByTimeAsync(1_000)
  hub.stop?.()
  const before = hub.looks.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect([hub.ear(), hub.looks.length]).toEqual([undefined, before])
})
