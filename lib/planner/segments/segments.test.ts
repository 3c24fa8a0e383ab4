import { describe, expect, test } from 'vitest'
import { type Stay, staysOf } from '@/lib/planner/model/stay'
import { parseProblem } from '@/lib/planner/parse-problem'
import { segmentsOf } from '@/lib/planner/segments/segments'

const base = {
  id: 's1',
  from: 0,
  to: 10 * 3_600_000,
  startSoc: 20,
  targetSoc: 90,
  ev: { batterySizekWh: 100, maxPowerkW: 50 },
  settings: { minimumSoC: 30, bulkSoC: 80 },
}

function stay(change: object = {}): Stay {
  const schedules = [{ ...base, ...change }]
  const parsed = parseProblem({
    format: 'depot-problem/1',
    now: 0,
    strategy: 'balanced',
    site: { powerLimitkW: null },
    schedules,
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return staysOf(parsed.problem)[0] as Stay
}

const hourS = 3600

describe('segments', () => {
  test('split where the phase changes: minimum, bulk, saturation, idle', () => {
    const segments = segmentsOf(stay(), [{ fromS: 0, toS: 1.4 * hourS, powerKw: 50 }], 2 * hourS)
    expect(segments.map(({ tag, from, to }) => [tag[0], from / 60_000, to / 60_000])).toEqual([
      ['minimum', 0, 12],
      ['bulk', 12, 72],
      ['saturation', 72, 84],
      ['idle', 84, 120],
    ])
  })

  test('split at the first whole second at or past the bound', () => {
    const segments = segmentsOf(stay(), [{ fromS: 0, toS: hourS, powerKw: 37 }], hourS)
    const [minimum, bulk] = segments
    expect(minimum?.to).toBe(Math.ceil((10 / 37) * 3600) * 1000)
    expect(minimum?.endSoc).toBeGreaterThanOrEqual(30)
    expect(bulk?.tag).toEqual(['bulk'])
  })

  test('say paused where the vehicle could charge, and not where it is ready', () => {
    const segments = segmentsOf(stay({ startSoc: 90 }), [], hourS)
    expect(segments).toMatchObject([{ paused: false, tag: ['idle'] }])
    expect(segmentsOf(stay(), [], hourS)).toMatchObject([{ paused: true, tag: ['minimum'] }])
  })

  test('say whether the plan limits the vehicle', () => {
    const pieces = [
      { fromS: 0, toS: 60, powerKw: 50 },
      { fromS: 60, toS: 120, powerKw: 49 },
    ]
    const flags = segmentsOf(stay(), pieces, 120).map((one) => [one.powerUnlimited, one.powerIsBeingLimited])
    expect(flags).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('keep apart what draws a little for days and what draws nothing', () => {
    const littleKw = 1.6e-8
    const pieces = [{ fromS: 2 * hourS, toS: 8 * hourS, powerKw: littleKw }]
    const [waits, draws] = segmentsOf(stay(), pieces, 10 * hourS)
    expect([waits?.powerkW, waits?.energykWh]).toEqual([0, 0])
    expect(draws?.energykWh).toBeCloseTo(6 * littleKw, 15)
  })

  test('join neighbours alike in power and tag', () => {
    const pieces = [
      { fromS: 0, toS: 60, powerKw: 10 },
      { fromS: 60, toS: 120, powerKw: 10 },
    ]
    expect(segmentsOf(stay(), pieces, 120)).toHaveLength(1)
  })

  test('keep the SoC while the vehicle preconditions', () => {
    const preconditioning = {
      vehiclePreconditioningEnergykWh: 5,
      vehiclePreconditioningTimeMs: 1_800_000,
      batteryPreconditioningTimeMs: 3_600_000,
    }
    const cold = stay({ ev: { ...base.ev, preconditioning } })
    expect(cold.deadlineS).toBe(9 * hourS)
    const pieces = [{ fromS: 9.5 * hourS, toS: 10 * hourS, powerKw: 10 }]
    const segments = segmentsOf(cold, pieces, cold.endS)
    expect(segments.map(({ tag, powerkW, endSoc }) => [tag[0], powerkW, endSoc])).toEqual([
      ['minimum', 0, 20],
      ['preconditioning', 0, 20],
      ['preconditioning', 10, 20],
    ])
  })
})
