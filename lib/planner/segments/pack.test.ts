import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChargeTask } from '@/lib/planner/segments/charge-task'
import { scheduleInOrder } from '@/lib/planner/segments/list-schedule'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import type { Piece } from '@/lib/planner/segments/segments'
import { scheduleShared } from '@/lib/planner/segments/shared-schedule'

const { PLANNER_RUNS } = process.env
const numRuns = Number(PLANNER_RUNS ?? 300)

const roomOf = (kw: number, endS: number) => new RoomSteps([{ fromS: 0, kw }], endS)

function task(maxKw: number, kwh: number): ChargeTask {
  return { kwh, maxKw, minimumKw: 0, goesOn: false, restsOn: false }
}

/** Tasks that even powers could serve, some of them twins, in a stretch of one to ninety minutes and an odd second. */
const stretch = fc
  .record({
    endS: fc.integer({ min: 60, max: 5400 }),
    drawn: fc.array(fc.tuple(fc.constantFrom(11, 80, 150, 300), fc.integer({ min: 1, max: 100 })), {
      minLength: 1,
      maxLength: 12,
    }),
    slack: fc.constantFrom(1, 1.0001, 1.1, 2),
  })
  .map(({ endS, drawn, slack }) => {
    const tasks = drawn.map(([maxKw, percent]) => task(maxKw, (maxKw * percent * endS) / 360_000))
    const evenKw = tasks.reduce((sum, { kwh }) => sum + (kwh * 3600) / endS, 0)
    return { endS, tasks, roomKw: evenKw * slack }
  })

function energyUntil(pieces: Piece[][], untilS: number): number {
  return pieces.flat().reduce((kwh, { fromS, toS, powerKw }) => {
    return kwh + (powerKw * Math.max(0, Math.min(toS, untilS) - fromS)) / 3600
  }, 0)
}

function drawnAt(pieces: Piece[][], second: number): number {
  return pieces.flat().reduce((kw, { fromS, toS, powerKw }) => kw + (fromS <= second && second < toS ? powerKw : 0), 0)
}

/** What every schedule must keep. */
function expectSound(pieces: Piece[][], tasks: ChargeTask[], roomKw: number, endS: number) {
  pieces.forEach((own, k) => {
    expect(energyUntil([own], endS)).toBeCloseTo(tasks[k]?.kwh ?? 0, 6)
    own.forEach(({ fromS, toS, powerKw }, at) => {
      expect(toS - fromS).toBeGreaterThanOrEqual(60)
      expect(powerKw).toBeLessThanOrEqual((tasks[k]?.maxKw ?? 0) + 1e-9)
      expect(fromS).toBeGreaterThanOrEqual(own[at - 1]?.toS ?? 0)
      expect(toS).toBeLessThanOrEqual(endS)
    })
  })
  for (const { fromS } of pieces.flat()) expect(drawnAt(pieces, fromS)).toBeLessThanOrEqual(roomKw + 1e-6)
}

describe('list scheduling', () => {
  it('keeps the room and every power for a minute wherever everybody is done in time', () => {
    const property = fc.property(stretch, ({ endS, tasks, roomKw }) => {
      const pieces = scheduleInOrder(roomOf(roomKw, endS), tasks, [...tasks.keys()])
      if (pieces) expectSound(pieces, tasks, roomKw, endS)
    })
    fc.assert(property, { numRuns, seed: 1 })
  })

  it('charges one after another where the room holds one, each at one power', () => {
    const pieces = scheduleInOrder(roomOf(150, 3600), [task(150, 60), task(150, 60)], [0, 1])
    expect(pieces).toEqual([[{ fromS: 0, toS: 1440, powerKw: 150 }], [{ fromS: 1440, toS: 2880, powerKw: 150 }]])
  })

  it('lets who charges at less than its power hold that for a minute, then take more', () => {
    const pieces = scheduleInOrder(roomOf(200, 3600), [task(150, 2.5), task(150, 2.5), task(150, 30)], [0, 1, 2])
    expect(pieces?.[0]).toEqual([{ fromS: 0, toS: 60, powerKw: 150 }])
    for (const own of pieces ?? []) for (const { fromS, toS } of own) expect(toS - fromS).toBeGreaterThanOrEqual(60)
  })

  it('gives up where the last one would be too late', () => {
    const tasks = [task(100, 65), task(100, 65), task(100, 65)]
    expect(scheduleInOrder(roomOf(200, 3600), tasks, [0, 1, 2])).toBeUndefined()
  })
})

describe('sharing the room', () => {
  it('serves whatever even powers could, everybody at one power, and most at every moment', () => {
    const property = fc.property(stretch, ({ endS, tasks, roomKw }) => {
      const pieces = scheduleShared(roomOf(roomKw, endS), tasks)
      if (!pieces) throw new Error('Somebody is not done')
      expectSound(pieces, tasks, roomKw, endS)
      for (const own of pieces) expect(own.length).toBe(1)
      for (const { toS } of pieces.flat()) {
        const reachKwh = tasks.reduce((sum, { kwh, maxKw }) => sum + Math.min(kwh, (maxKw * toS) / 3600), 0)
        const mostKwh = Math.min((roomKw * toS) / 3600, reachKwh)
        const roundingKwh = Math.max(1, 60 - toS / 2) * (roomKw / 3600)
        expect(energyUntil(pieces, toS)).toBeGreaterThan(mostKwh - roundingKwh)
      }
    })
    fc.assert(property, { numRuns, seed: 1 })
  })

  it('gives up where the room is too little for all', () => {
    expect(scheduleShared(roomOf(150, 3600), [task(100, 90), task(100, 90)])).toBeUndefined()
  })

  it('lets who needs longest charge at full power, and shares what that leaves', () => {
    const pieces = scheduleShared(roomOf(150, 7200), [task(100, 30), task(100, 150), task(100, 20)])
    expect(pieces).toEqual([
      [{ fromS: 0, toS: 3600, powerKw: 30 }],
      [{ fromS: 0, toS: 5400, powerKw: 100 }],
      [{ fromS: 0, toS: 3600, powerKw: 20 }],
    ])
  })

  it('lets twins share the room at one power all through', () => {
    const pieces = scheduleShared(roomOf(150, 7200), [task(100, 100), task(100, 100)])
    expect(pieces).toEqual([[{ fromS: 0, toS: 4800, powerKw: 75 }], [{ fromS: 0, toS: 4800, powerKw: 75 }]])
  })

  it('keeps to the room also where that changes', () => {
    const room = new RoomSteps(
      [
        { fromS: 0, kw: 50 },
        { fromS: 1800, kw: 200 },
      ],
      3600,
    )
    const pieces = scheduleShared(room, [task(100, 60), task(100, 60)])
    expect(pieces?.[0]?.[0]).toEqual({ fromS: 0, toS: 1800, powerKw: 25 })
    expect(energyUntil(pieces ?? [], 3600)).toBeCloseTo(120, 6)
  })
})
