import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { triedKw } from '@/lib/stays/tried-power'
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

const ofPower = (maxPowerKw: number) => triedKw(orderedFor(60, nothing), maxPowerKw, NOW)

describe('the power that is held for a vehicle', () => {
  it.each<[string, ReturnType<typeof stayValue>, number]>([
    ['all of it while it charges', orderedFor(60, [80, 80, 80]), 100],
    ['all of it while it may still start', orderedFor(4, [0, 0]), 100],
    ['hardly any once it has taken nothing for minutes', orderedFor(10, [0, 0]), 4.2],
    ['hardly any where its charger draws for itself', orderedFor(60, [0.4, 0.3, 0.4, 0.3, 0.4, 0.3]), 4.2],
    ['its least power where that is more', orderedFor(60, nothing, { minPowerKw: 40 }), 40],
    ['all of it again from the first reading that shows it charging', orderedFor(60, [...nothing, 25]), 100],
    ['all of it where no meter says anything', orderedFor(60, []), 100],
  ])('is %s', (_, stay, expected) => {
    expect(triedKw(stay, 100, NOW)).toBe(expected)
  })

  it.each([
    [150, 4.2],
    [22, 4.2],
    [11, 4.2],
    [3.7, 3.7],
  ])('of %d kW is never less than it can charge with: %d kW', (maxPowerKw, expected) => {
    expect(ofPower(maxPowerKw)).toBe(expected)
  })
})
