import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, LONG_MS, Turns, yieldsMs } from '@/lib/planning/worker/turns'

const SHORT = 100
const LONG = LONG_MS + 1

describe('byUrgency', () => {
  const first = (...waiting: { since: number; expectedMs: number }[]) => waiting.toSorted(byUrgency)[0]

  it.each([
    [
      'of two that wait since the same moment the short one',
      { since: 0, expectedMs: 100 },
      { since: 0, expectedMs: 3_000 },
    ],
    ['of two alike the one that has waited longer', { since: 0, expectedMs: 100 }, { since: 1, expectedMs: 100 }],
    ['a short one that came later', { since: 20_000, expectedMs: 10 }, { since: 0, expectedMs: 3_000 }],
    [
      'a long one that has waited for over a minute more',
      { since: 0, expectedMs: 40_000 },
      { since: 61_000, expectedMs: 10 },
    ],
  ])('lets go first %s', (_, urgent, other) => {
    expect(first(other, urgent)).toBe(urgent)
  })

  it('lets nothing that comes over a minute later go first, however long what waits takes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        (mine, other) => {
          expect(yieldsMs(mine)).toBeLessThanOrEqual(60_000)
          expect(byUrgency({ since: 0, expectedMs: mine }, { since: 60_001, expectedMs: other })).toBeLessThan(0)
        },
      ),
    )
  })
})

describe('Turns', () => {
  it('lets as many go at once as there are, and the next when one ends', async () => {
    const turns = new Turns(2)
    const leave = turns.tryTake(SHORT)
    turns.tryTake(SHORT)
    expect(turns.isOpen).toBe(false)
    expect(turns.tryTake(SHORT)).toBeNull()
    leave?.()
    leave?.()
    expect(turns.tryTake(SHORT)).not.toBeNull()
    expect(turns.tryTake(SHORT)).toBeNull()
  })

  it('keeps one turn from long runs, however many wait', async () => {
    const turns = new Turns(3)
    const begun: string[] = []
    const take = async (name: string, expectedMs: number) => {
      const leave = await turns.take(expectedMs)
      begun.push(name)
      return leave
    }
    const long = await Promise.all([take('long 1', LONG), take('long 2', LONG)])
    const third = take('long 3', LONG)
    const leave = await take('short', SHORT)
    expect(turns.tryTake(SHORT)).toBeNull()
    leave()
    expect(begun).toEqual(['long 1', 'long 2', 'short'])
    long[0]?.()
    await third
    expect(begun).toEqual(['long 1', 'long 2', 'short', 'long 3'])
  })

  it('lets the most urgent of those that wait go next', async () => {
    const turns = new Turns(2)
    const [first] = await Promise.all([turns.take(SHORT), turns.take(SHORT)])
    const begun: number[] = []
    const waiting = [4_000, 50, 700].map((expectedMs) =>
      turns.take(expectedMs).then((leave) => {
        begun.push(expectedMs)
        leave()
      }),
    )
    first()
    await Promise.all(waiting)
    expect(begun).toEqual([50, 700, 4_000])
  })

  it('ends a wait with its signal, and holds nothing for it', async () => {
    const turns = new Turns(2)
    const taken = await Promise.all([turns.take(SHORT), turns.take(SHORT)])
    const end = new AbortController()
    const waits = turns.take(SHORT, end.signal)
    end.abort(new Error('over'))
    await expect(waits).rejects.toThrow('over')
    await expect(turns.take(SHORT, end.signal)).rejects.toThrow('over')
    for (const leave of taken) leave()
    expect([turns.tryTake(SHORT), turns.tryTake(SHORT)]).not.toContain(null)
  })

  it('never holds more than it has, nor as many long ones, and leaves nothing waiting that could go', async () => {
    const run = fc.record({ expectedMs: fc.constantFrom(SHORT, LONG), steps: fc.integer({ min: 1, max: 4 }) })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.array(run, { maxLength: 30 }), async (atOnce, runs) => {
        const turns = new Turns(atOnce)
        const held = { long: 0, all: 0 }
        const done = runs.map(async ({ expectedMs, steps }) => {
          const leave = await turns.take(expectedMs)
          const isLong = expectedMs > LONG_MS ? 1 : 0
          held.all += 1
          held.long += isLong
          expect(held.all).toBeLessThanOrEqual(atOnce)
          expect(held.long).toBeLessThan(atOnce)
          for (let step = 0; step < steps; step += 1) await Promise.resolve()
          held.all -= 1
          held.long -= isLong
          leave()
        })
        await Promise.all(done)
      }),
    )
  })
})
