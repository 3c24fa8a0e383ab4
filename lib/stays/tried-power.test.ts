import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { deliveryOf } from '@/lib/stays/delivery'
import { believedFault, triedKw } from '@/lib/stays/tried-power'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A vehicle of 100 kW that was ordered to take 80 kW for so long (minutes), and read every five minutes: from the first on, kW. */
function orderedFor(minutes: number, powers: readonly number[], { minPowerKw = 0 } = {}) {
  const from = NOW - minutes * MINUTE_MS
  return stayValue({
    incumbent: inForceValue({ segments: [{ from, to: NOW + HOUR_MS, powerkW: 80 }] }),
    measured: { connectedAt: NOW - 3 * HOUR_MS, chargingStartedAt: NOW - 3 * HOUR_MS, reportsMeter: true },
    readings: powers.map((powerKw, k) => ({ at: NOW - (powers.length - k) * 5 * MINUTE_MS, powerKw })),
    vehicle: { minPowerKw },
  })
}

const nothing = [0, 0, 0, 0, 0, 0]

const ofPower = (maxPowerKw: number) => {
  const stay = orderedFor(60, nothing)
  return triedKw({ ...stay, vehicle: { ...stay.vehicle, maxPowerKw } }, maxPowerKw, null, NOW)
}
const charging = orderedFor(60, [])
const stopped = { ...charging, measured: { ...charging.measured, chargingEndedAt: NOW - 10 * MINUTE_MS } }

describe('the power that is held for a vehicle', () => {
  it.each<[string, ReturnType<typeof stayValue>, number]>([
    ['all of it while it charges', orderedFor(60, [80, 80, 80]), 100],
    ['all of it while it may still start', orderedFor(4, [0, 0]), 100],
    ['hardly any once it has taken nothing for minutes', orderedFor(10, [0, 0]), 10],
    ['hardly any where its charger draws for itself', orderedFor(60, [0.4, 0.3, 0.4, 0.3, 0.4, 0.3]), 10],
    [
      'hardly any where it has stopped by itself, whatever was read before',
      { ...stopped, readings: [{ at: NOW - 20 * MINUTE_MS, powerKw: 80 }] },
      10,
    ],
    ['its least power where that is more', orderedFor(60, nothing, { minPowerKw: 40 }), 40],
    ['all of it again from the first reading that shows it charging', orderedFor(60, [...nothing, 25]), 100],
    ['all of it where no meter says anything', orderedFor(60, []), 100],
  ])('is %s', (_, stay, expected) => {
    expect(triedKw(stay, 100, null, NOW)).toBe(expected)
  })

  it.each([
    [150, 15],
    [22, 4.5],
    [11, 4.5],
    [3.7, 3.7],
  ])('of %d kW is never less than it can charge with: %d kW', (maxPowerKw, expected) => {
    expect(ofPower(maxPowerKw)).toBe(expected)
  })
})

describe('a vehicle that is tried', () => {
  it.each([22, 40, 100])('stays so, of %d kW, while its charger draws 0.6 kW for itself', (maxPowerKw) => {
    const begin = NOW - 20 * MINUTE_MS
    let stay = stayValue({
      arrival: begin,
      incumbent: inForceValue({ segments: [{ from: begin, to: NOW + HOUR_MS, powerkW: maxPowerKw }] }),
      measured: { connectedAt: begin, chargingStartedAt: begin, reportsMeter: true },
      vehicle: { maxPowerKw },
    })
    const rounds = [0, 1, 2, 3].map((round) => {
      const now = NOW + round * 5 * MINUTE_MS
      const minutes = Array.from({ length: 31 }, (_, k) => now - (30 - k) * MINUTE_MS)
      stay = { ...stay, readings: minutes.filter((at) => at >= begin).map((at) => ({ at, powerKw: 0.6 })) }
      const powerkW = triedKw(stay, maxPowerKw, null, now)
      const delivery = deliveryOf(stay, now)
      const before = (stay.incumbent?.plan.segments ?? []).map((one) => ({ ...one, to: now }))
      const plan = { segments: [{ from: now, to: now + HOUR_MS, powerkW }] }
      stay = { ...stay, elapsed: [...stay.elapsed, ...before], incumbent: inForceValue(plan) }
      return { kind: delivery?.kind, since: delivery?.since, powerkW }
    })
    const powerkW = Math.max(4.5, maxPowerKw / 10)
    expect(rounds).toEqual(Array(4).fill({ kind: 'not-charging', since: begin, powerkW }))
  })

  it('is one whose connector is out of order, at once', () => {
    expect(triedKw(orderedFor(60, [80, 80]), 100, NOW, NOW)).toBe(10)
  })
})

describe('a connector that was reported out of order', () => {
  const at = (minutes: number) => NOW - minutes * MINUTE_MS
  const since = at(10)
  const here = { connectedAt: at(60), chargingStartedAt: at(50) }
  it.each<[string, Parameters<typeof stayValue>[0], boolean]>([
    ['nothing more is heard', { measured: here }, true],
    ['its charger draws for itself', { measured: here, readings: [{ at: at(5), powerKw: 0.4 }] }, true],
    ['it drew power before', { measured: here, readings: [{ at: at(12), powerKw: 80 }] }, true],
    ['it draws power after it', { measured: here, readings: [{ at: at(5), powerKw: 20 }] }, false],
    ['it begins to charge after it', { measured: { ...here, chargingStartedAt: at(4) } }, false],
    ['it charged after it', { measured: here, charged: [{ from: at(9), to: at(4), powerkW: 20 }] }, false],
  ])('is believed where %s: %#', (_, parts, expected) => {
    expect(believedFault(stayValue(parts), since)).toBe(expected ? since : null)
  })
})
