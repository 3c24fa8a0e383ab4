import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maximize } from '@/lib/planner/flow/max-flow'
import {
  clearFlow,
  isShort,
  type Job,
  type Network,
  networkOf,
  restoreFlow,
  type SavedFlow,
  savedFlow,
  setNeed,
} from '@/lib/planner/flow/network'
import { startFlowOf, startFrom } from '@/lib/planner/flow/start-flow'

const INTERVALS = 3
const kwh = fc.integer({ min: 0, max: 4 })

const depot = fc.record({
  jobs: fc.array(
    fc.record({
      first: fc.nat(INTERVALS - 1),
      length: fc.integer({ min: 1, max: INTERVALS }),
      powerKw: kwh,
      needKwh: kwh,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  roomKwh: fc.array(kwh, { minLength: INTERVALS, maxLength: INTERVALS }),
  start: fc.array(kwh, { minLength: 40, maxLength: 40 }),
})

/** What is done to a network between two maximum flows. */
const between = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('need' as const), v: fc.nat(3), needKwh: kwh }),
    fc.record({ kind: fc.constant('room' as const), i: fc.nat(INTERVALS - 1), moreKwh: kwh }),
    fc.record({ kind: fc.constantFrom('save' as const, 'restore' as const, 'clear' as const) }),
  ),
  { maxLength: 12 },
)

it('whatever was done to a network before, a maximum flow brings as much as there is, and keeps every bound', () => {
  fc.assert(
    fc.property(depot, between, ({ jobs, roomKwh, start }, steps) => {
      const network = networkOf(
        jobs.map(({ first, length, powerKw }, stay): Job => {
          return { stay, first, end: Math.min(INTERVALS, first + length), powerKw }
        }),
        new Float64Array(INTERVALS).fill(1),
      )
      network.roomKwh.set(roomKwh)
      network.needKwh.set(jobs.map(({ needKwh }) => needKwh))
      startFrom(
        network,
        startFlowOf(
          network,
          Float64Array.from(network.flowKwh, (_, at) => start[at % 40]!),
        ),
      )
      let saved = savedFlow(network)
      for (const step of [...steps, { kind: 'end' as const }]) {
        maximize(network)
        expect(total(network)).toBeCloseTo(mostKwh(network), 6)
        expectFeasible(network)
        if (step.kind === 'need' && step.v < network.jobs) setNeed(network, step.v, step.needKwh)
        if (step.kind === 'room') network.roomKwh[step.i]! += step.moreKwh
        if (step.kind === 'clear') clearFlow(network)
        if (step.kind === 'save') saved = savedFlow(network)
        if (step.kind === 'restore') restoreTo(network, saved)
      }
    }),
    { numRuns: 2_000 },
  )
})

function total({ gotKwh }: Network): number {
  return gotKwh.reduce((sum, one) => sum + one, 0)
}

/** Comes back to a flow of before, where every job needs as much. */
function restoreTo(network: Network, saved: SavedFlow): void {
  network.needKwh.forEach((kwh, v) => {
    network.needKwh[v] = Math.max(kwh, saved.gotKwh[v]!)
  })
  restoreFlow(network, saved)
}

function expectFeasible(network: Network): void {
  const { jobs, intervals, first, end, arc, flowKwh, powerKw, hours, gotKwh, needKwh, loadKwh, roomKwh } = network
  const loads = new Float64Array(intervals)
  for (let v = 0; v < jobs; v++) {
    let got = 0
    for (let i = first[v]!; i < end[v]!; i++) {
      const flow = flowKwh[arc[v]! + i]!
      expect(flow).toBeGreaterThanOrEqual(-1e-9)
      expect(flow).toBeLessThanOrEqual(powerKw[v]! * hours[i]! + 1e-9)
      got += flow
      loads[i]! += flow
    }
    expect(gotKwh[v]).toBeCloseTo(got, 6)
    expect(got).toBeLessThanOrEqual(needKwh[v]! + 1e-9)
    expect(isShort(network, v)).toBe(needKwh[v]! - got > network.tinyKwh)
  }
  for (let i = 0; i < intervals; i++) {
    expect(loadKwh[i]).toBeCloseTo(loads[i]!, 6)
    expect(loads[i]).toBeLessThanOrEqual(roomKwh[i]! + 1e-9)
  }
}

/** The most that can flow, independently: the least of all cuts, by the jobs on their source's side. */
function mostKwh({ jobs, intervals, first, end, powerKw, hours, needKwh, roomKwh }: Network): number {
  let least = Number.POSITIVE_INFINITY
  for (let side = 0; side < 2 ** jobs; side++) {
    let cut = 0
    for (let v = 0; v < jobs; v++) if (!(side & (1 << v))) cut += needKwh[v]!
    for (let i = 0; i < intervals; i++) {
      let through = 0
      for (let v = 0; v < jobs; v++) {
        if (side & (1 << v) && i >= first[v]! && i < end[v]!) through += powerKw[v]! * hours[i]!
      }
      cut += Math.min(roomKwh[i]!, through)
    }
    least = Math.min(least, cut)
  }
  return least
}
