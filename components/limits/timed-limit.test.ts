import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitOf, newLimitDraft, withLimit } from '@/components/limits/timed-limit'

const NOW = Date.parse('2026-11-22T15:07:00Z')
const iso = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()

describe('a new limit', () => {
  test('begins with the quarter-hour that goes on and ends after three hours, on the depot’s clock', () => {
    expect(newLimitDraft('Europe/Helsinki', NOW)).toMatchObject({ from: '2026-11-22T17:00', to: '2026-11-22T20:00' })
  })

  test.each([
    [{}, { limit: { from: '2026-11-22T17:00:00.000Z', to: '2026-11-22T20:00:00.000Z', powerkW: 300 } }],
    [{ note: ' Grid works ' }, { limit: { note: 'Grid works' } }],
    [{ powerkW: '0' }, { limit: { powerkW: 0 } }],
    [{ powerkW: '' }, { fault: 'power' }],
    [{ powerkW: '-5' }, { fault: 'power' }],
    [{ powerkW: 'many' }, { fault: 'power' }],
    [{ from: 'T17:00' }, { fault: 'from' }],
    [{ to: '2026-11-22T' }, { fault: 'to' }],
    [{ to: '2026-11-22T17:00' }, { fault: 'order' }],
    [{ from: '2026-11-22T10:00', to: '2026-11-22T15:00' }, { fault: 'over' }],
  ])('%j is %j', (changes, expected) => {
    const draft = { powerkW: '300', from: '2026-11-22T17:00', to: '2026-11-22T20:00', note: '', ...changes }
    expect(limitOf(draft, 'UTC', NOW)).toMatchObject(expected)
  })
})

test('one more limit holds in its time, the others outside of it, and none overlaps another', () => {
  const slot = fc
    .record({
      from: fc.integer({ min: -90, max: 600 }),
      length: fc.integer({ min: 1, max: 200 }),
      powerkW: fc.nat(900),
    })
    .map(({ from, length, powerkW }) => ({ from: iso(from), to: iso(from + length), powerkW }))
  const apart = fc
    .array(slot, { maxLength: 6 })
    .map((slots) => slots.reduce<typeof slots>((all, one) => withLimit(all, one, 0), []))
  const kwAt = (limits: { from: string; to: string; powerkW: number }[], minute: number) =>
    limits.filter(
      ({ from, to }) => Date.parse(from) <= Date.parse(iso(minute)) && Date.parse(iso(minute)) < Date.parse(to),
    )
  fc.assert(
    fc.property(apart, slot, (limits, limit) => {
      const next = withLimit(limits, limit, NOW)
      for (let minute = 0; minute < 800; minute += 7) {
        const expected = kwAt([limit], minute)[0] ?? kwAt(limits, minute)[0]
        expect(kwAt(next, minute).map(({ powerkW }) => powerkW)).toEqual(expected ? [expected.powerkW] : [])
      }
    }),
    { numRuns: 50 },
  )
})
