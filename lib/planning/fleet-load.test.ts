import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { fleetLoads } from '@/lib/planning/fleet-load'

const HOUR = 3_600_000
const site = { assumedArrivalSoc: 20, departureMarginMinutes: 10 }
const range = { from: NOW, to: NOW + 24 * HOUR }
const segments = [{ from: NOW + 2 * HOUR, to: NOW + 5 * HOUR, powerkW: 50 }]
const planned = stayValue({
  incumbent: inForceValue({ segments, energyKwh: 150, schedule: { ev: { energyNeedkWh: 160 } } }),
})

const loads = (...stays: Parameters<typeof fleetLoads>[0][number][]) => fleetLoads(stays, site, range)

describe('fleetLoads', () => {
  it('compares what is planned with full power from the arrival', () => {
    const { planned: plan, uncontrolled } = loads(planned)
    expect(plan).toEqual({ powers: segments, unmetKwh: 10 })
    expect(uncontrolled).toEqual({
      powers: [{ from: NOW + HOUR, to: NOW + 2.5 * HOUR, powerkW: 100 }],
      unmetKwh: 0,
    })
  })

  it('begins full power when a stay that was going on became known, for its posted SoC was said of then', () => {
    const late = { ...planned, arrival: NOW - 5 * HOUR, knownSince: NOW }
    expect(loads(late).uncontrolled).toEqual({
      powers: [{ from: NOW, to: NOW + 1.5 * HOUR, powerkW: 100 }],
      unmetKwh: 0,
    })
    const hurried = { ...late, departure: NOW + HOUR }
    expect(loads(hurried).uncontrolled).toEqual({
      powers: [{ from: NOW, to: NOW + HOUR, powerkW: 100 }],
      unmetKwh: 50,
    })
  })

  it('begins full power at the real arrival where it was measured', () => {
    const measured = { ...planned.measured, connectedAt: NOW + 2 * HOUR, startSoc: 40 }
    expect(loads({ ...planned, measured }).uncontrolled.powers).toMatchObject([{ from: NOW + 2 * HOUR }])
    const early = { ...measured, connectedAt: NOW - HOUR }
    expect(loads({ ...planned, knownSince: NOW, measured: early }).uncontrolled.powers).toMatchObject([
      { from: NOW - HOUR },
    ])
  })

  it('counts what elapsed of earlier plans', () => {
    const elapsed = [{ from: NOW + HOUR, to: NOW + 2 * HOUR, powerkW: 30 }]
    expect(loads({ ...planned, elapsed }).planned.powers).toEqual([...elapsed, ...segments])
  })

  it('says what the powers of a posted plan leave open where the plan itself does not', () => {
    const posted = stayValue({ incumbent: inForceValue({ segments }, { frozen: true, posted: true }) })
    expect(loads(posted).planned).toEqual({ powers: segments, unmetKwh: 0 })
    const short = stayValue({ incumbent: inForceValue({ segments: segments.map((one) => ({ ...one, powerkW: 10 })) }) })
    expect(loads(short).planned.unmetKwh).toBeCloseTo(120)
    expect(loads(stayValue({ incumbent: inForceValue({ endSoc: 80 }) })).planned.unmetKwh).toBeCloseTo(30)
  })

  it('leaves a stay out of both that nobody has planned yet', () => {
    expect(loads(stayValue())).toMatchObject({
      planned: { powers: [], unmetKwh: 0 },
      uncontrolled: { powers: [], unmetKwh: 0 },
    })
  })

  it('counts a vehicle that is not scheduled in both, at full power until it is full', () => {
    const free = stayValue({ vehicle: { enableChargeScheduling: false } })
    const { planned: plan, uncontrolled } = loads(free)
    expect(plan.powers).toEqual([{ from: NOW + HOUR, to: NOW + 2.8 * HOUR, powerkW: 100 }])
    expect(uncontrolled).toEqual(plan)
  })

  it('says what full power misses in a stay that is too short, in the range that it departs in', () => {
    const short = { ...planned, departure: NOW + 2 * HOUR }
    expect(loads(short).uncontrolled.unmetKwh).toBeCloseTo(50)
    expect(fleetLoads([short], site, { from: NOW, to: NOW + HOUR }).uncontrolled.unmetKwh).toBe(0)
  })

  it('conditions a vehicle with and without control', () => {
    const vehicle = {
      v2icpParameters: { preconditioning: true },
      preconditioning: { vehiclePreconditioningEnergykWh: 10, vehiclePreconditioningTimeMs: HOUR / 2 },
    }
    const { uncontrolled } = loads(stayValue({ incumbent: planned.incumbent, vehicle }))
    const end = NOW + 10 * HOUR - HOUR / 6
    expect(uncontrolled.powers[1]).toEqual({ from: end - HOUR / 2, to: end, powerkW: 20 })
  })
})
