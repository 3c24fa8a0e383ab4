import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { arrivalSoc, socAt } from '@/lib/stays/start-soc'

const HOUR = 3_600_000

describe('arrivalSoc', () => {
  it.each([
    [
      'measured in this stay',
      { measured: { startSoc: 33 }, startSoc: 40, estimatedSoc: 50 },
      { soc: 33, source: 'measured' },
    ],
    ['else posted', { startSoc: 40, estimatedSoc: 50 }, { soc: 40, source: 'posted' }],
    ['else posted as 0, which is not unknown', { startSoc: 0, estimatedSoc: 50 }, { soc: 0, source: 'posted' }],
    ['else estimated', { startSoc: null, estimatedSoc: 50 }, { soc: 50, source: 'estimated' }],
    ['else assumed', { startSoc: null }, { soc: 20, source: 'assumed' }],
  ])('is %s', (_, stay, expected) => {
    expect(arrivalSoc(stayValue(stay), 20)).toMatchObject(expected)
  })
})

describe('socAt', () => {
  const arrival = NOW - 2 * HOUR
  const segments = [
    { from: arrival, to: NOW - HOUR, powerkW: 60, tag: ['bulk'] },
    { from: NOW - HOUR, to: NOW + HOUR, powerkW: 30, tag: ['bulk'] },
  ]
  const here = { arrival, startSoc: 40, incumbent: inForceValue({ segments }) }

  it('is the SoC at the arrival for a vehicle that has not come yet', () => {
    expect(socAt(stayValue(), NOW, 20, false)).toMatchObject({ soc: 40, source: 'posted' })
  })

  it('is carried forward by what the incumbent plans have delivered', () => {
    expect(socAt(stayValue(here), NOW, 20, false).soc).toBeCloseTo(40 + (90 / 300) * 100)
    const replaced = {
      ...here,
      elapsed: segments.slice(0, 1),
      incumbent: inForceValue({ segments: segments.slice(1) }),
    }
    expect(socAt(stayValue(replaced), NOW, 20, false).soc).toBeCloseTo(70)
  })

  it('does not count energy that conditions the vehicle, and never passes 100 %', () => {
    const conditioning = inForceValue({ segments: [{ from: arrival, to: NOW, powerkW: 60, tag: ['preconditioning'] }] })
    expect(socAt(stayValue({ ...here, incumbent: conditioning }), NOW, 20, false).soc).toBe(40)
    expect(socAt(stayValue({ ...here, startSoc: 95 }), NOW, 20, false).soc).toBe(100)
  })

  it('never falls below 0 %, however much a posted plan draws out of the vehicle', () => {
    const discharging = inForceValue({ segments: [{ from: arrival, to: NOW, powerkW: -100 }] })
    expect(socAt(stayValue({ ...here, incumbent: discharging }), NOW, 20, false).soc).toBe(0)
  })

  it('adds what was metered to a SoC that nobody measured, which makes a posted one an estimate', () => {
    const charged = [{ from: arrival, to: NOW, powerkW: 30, energykWh: 60 }]
    const charging = { connectedAt: arrival, chargingStartedAt: arrival }
    const known = socAt(stayValue({ ...here, charged, measured: charging }), NOW, 20, true)
    expect(known).toMatchObject({ soc: 60, source: 'estimated', at: NOW })
    expect(known.plusMinus).toBeCloseTo(5 + 1)
    const assumed = stayValue({ ...here, startSoc: null, charged, measured: charging })
    expect(socAt(assumed, NOW, 20, true)).toMatchObject({ soc: 40, source: 'assumed' })
    const read = stayValue({ ...here, charged, measured: { ...charging, soc: 55, socAt: NOW } })
    expect(socAt(read, NOW, 20, true)).toMatchObject({ soc: 55, source: 'measured' })
  })

  it('keeps what was metered when the vehicle has gone', () => {
    const charged = [{ from: arrival, to: NOW - HOUR, powerkW: 60, energykWh: 60 }]
    const gone = { connectedAt: arrival, chargingStartedAt: arrival, disconnectedAt: NOW - HOUR }
    expect(socAt(stayValue({ ...here, charged, measured: gone }), NOW, 20, true).soc).toBe(60)
  })

  it('goes on from the last measured value, not from the arrival', () => {
    const charging = { connectedAt: arrival, chargingStartedAt: arrival }
    const measured = stayValue({ ...here, measured: { ...charging, soc: 55, socAt: NOW - HOUR } })
    expect(socAt(measured, NOW, 20, true)).toMatchObject({ soc: 55 + (30 / 300) * 100, source: 'measured' })
  })

  it('stays where it was when the chargers say that nothing flows', () => {
    expect(socAt(stayValue(here), NOW, 20, true).soc).toBe(40)
    const ended = { connectedAt: arrival, chargingStartedAt: arrival, chargingEndedAt: NOW - HOUR }
    expect(socAt(stayValue({ ...here, measured: ended }), NOW, 20, true).soc).toBe(40)
  })
})
