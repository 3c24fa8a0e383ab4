import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gripAt, gripsOf, isMoved, moveTo, pickUp, STEP_MS, stepBy } from '@/components/timeline/moved-stay'
import type { DrawnStay } from '@/components/timeline/stay'
import { HOUR_MS } from '@/lib/time/interval'

const now = Date.parse('2026-11-29T20:02:00Z')
const stay = (from: number, to: number) =>
  ({ id: 's', vehicleId: 'v', from, to, targetSoc: 90, frozen: false, pastPath: '' }) satisfies DrawnStay
const coming = stay(now + HOUR_MS, now + 9 * HOUR_MS)

test('of a stay under way only the departure moves, of one that is over nothing', () => {
  expect(gripsOf(coming, now)).toEqual(['whole', 'arrival', 'departure'])
  expect(gripsOf(stay(now - HOUR_MS, now + HOUR_MS), now)).toEqual(['departure'])
  expect(pickUp(stay(now - HOUR_MS, now + HOUR_MS), 'whole', now)?.grip).toBe('departure')
  expect(pickUp(stay(now - 2 * HOUR_MS, now), 'whole', now)).toBeNull()
})

test('moved as a whole it keeps its length and lands on a step', () => {
  const moved = moveTo(pickUp(coming, 'whole', now) as never, HOUR_MS, now)
  expect(new Date(moved.from).toISOString()).toBe('2026-11-29T22:00:00.000Z')
  expect(moved.to - moved.from).toBe(8 * HOUR_MS)
})

test('steps there and back are where it was, to the second', () => {
  const picked = pickUp(stay(now + HOUR_MS + 17_000, now + 5 * HOUR_MS), 'arrival', now) as never
  expect(isMoved(stepBy(stepBy(picked, STEP_MS, now), -STEP_MS, now))).toBe(false)
})

test('the arrival of a stay shorter than a step is not moved before now by being picked up', () => {
  const short = stay(now + 60_000, now + 120_000)
  expect(isMoved(moveTo(pickUp(short, 'arrival', now) as never, 0, now))).toBe(false)
})

test('whatever is moved how far, it ends after it begins, and what is moved is not before now', () => {
  const grip = fc.constantFrom('whole' as const, 'arrival' as const, 'departure' as const)
  const minutes = fc.integer({ min: -3_000, max: 3_000 })
  fc.assert(
    fc.property(
      grip,
      minutes,
      fc.integer({ min: -600, max: 600 }),
      fc.integer({ min: 1, max: 900 }),
      (at, by, from, length) => {
        const begin = now + from * 60_000
        const picked = pickUp(stay(begin, begin + length * 60_000), at, now)
        fc.pre(picked !== null)
        const moved = moveTo(picked, by * 60_000, now)
        expect(moved.to).toBeGreaterThan(moved.from)
        expect(moved.to).toBeGreaterThan(now)
        if (moved.from !== begin) expect(moved.from).toBeGreaterThanOrEqual(now)
      },
    ),
  )
})

test.each([
  [3, 200, 'arrival'],
  [100, 200, 'whole'],
  [196, 200, 'departure'],
  [6, 20, 'arrival'],
  [10, 20, 'whole'],
])('%s px into a bar of %s px is its %s', (px, width, grip) => expect(gripAt(px, width, 10)).toBe(grip))
