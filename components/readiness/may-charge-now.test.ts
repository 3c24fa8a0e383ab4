import { describe, expect, it } from 'vitest'
import { mayChargeNow } from '@/components/readiness/may-charge-now'
import type { Departure } from '@/lib/contract/readiness'

const schedule = {
  ...{ id: 'stay', evId: 'bus', locationUid: 'north', targetSoC: 90, priority: 0, planMeta: { frozen: false } },
  ...{ plannedArrivalTime: '2026-11-22T17:00:00.000Z', plannedDepartureTime: '2026-11-23T04:00:00.000Z' },
}
const departure = (parts: Partial<Departure>): Departure => ({ schedule, state: 'on-track', ...parts })

describe('charging now is offered', () => {
  it.each<[string, Partial<Departure>, boolean]>([
    ['while the vehicle is on track', {}, true],
    ['while it will miss', { state: 'will-miss' }, true],
    ['not while it will miss because it is absent', { state: 'will-miss', alsoStates: ['not-plugged-in'] }, false],
    ['not before it comes', { state: 'away' }, false],
    ['not when it has its target', { state: 'ready' }, false],
    ['not twice', { schedule: { ...schedule, chargeNow: { since: '2026-11-22T18:00:00.000Z', by: 'Ada' } } }, false],
    ['not for a frozen plan', { schedule: { ...schedule, planMeta: { frozen: true } } }, false],
    ['not without a plan', { schedule: { ...schedule, planMeta: undefined } }, false],
  ])('%s', (_, parts, offered) => {
    expect(mayChargeNow(departure(parts))).toBe(offered)
  })
})
