import { describe, expect, it } from 'vitest'
import { planExplained } from '@/lib/planner/explain/explain-plan'
import type { DepotProblem } from '@/lib/planner/problem'
import type { Held } from '@/lib/planning/depot'
import { depotValue, inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { heldAt } from '@/lib/planning/held'
import { planBatches } from '@/lib/planning/plan-batches'
import { heldLoads, sortStays } from '@/lib/planning/plannable'
import { highestPower } from '@/lib/site/peak'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const solve = async (problem: DepotProblem) => planExplained(problem)
const hours = (count: number) => NOW + count * HOUR_MS

describe('heldAt', () => {
  const told = {
    steerable: 'transaction',
    safeKw: 15,
    limits: { 1: { course: [{ from: 0, kw: 40 }], until: hours(2), afterKw: 11 } },
  }
  const station = { online: false, lastSeen: NOW - HOUR_MS, shown: told, state: { evses: {} } }

  it.each([
    ['a charger that is online and follows us: its plan reaches it', { ...station, online: true }, '1', null],
    ['a charger that was never here is another system’s', { ...station, lastSeen: null }, '1', null],
    [
      'one that takes no profile gives all it can',
      { ...station, online: true, shown: { steerable: 'none', limits: {} } },
      '1',
      ['not-steerable', [NOW, null]],
    ],
    [
      'one that takes none and is offline, too',
      { ...station, shown: { steerable: 'none', limits: {} } },
      '1',
      ['not-steerable', [NOW, null]],
    ],
    [
      'an offline one goes on as it was told, and then as is safe',
      station,
      '1',
      ['offline', [NOW, 40], [hours(2), 11]],
    ],
    ['an offline evse that was told nothing may draw what is safe', station, '2', ['offline', [NOW, 15]]],
    [
      'an offline one whose evses share a maximum may draw all of that',
      { ...station, shown: { steerable: 'station', limits: { 0: { course: [{ from: 0, kw: 22 }] } } } },
      '2',
      ['offline', [NOW, 22]],
    ],
    ['where nothing is known to hold it gives all it can', { ...station, shown: null }, '1', ['offline', [NOW, null]]],
  ] as [string, Parameters<typeof heldAt>[0], string, [string, ...[number, number | null][]] | null][])(
    '%s',
    (_, charger, evseId, expected) => {
      const [why, ...steps] = expected ?? []
      expect(heldAt(charger, evseId, NOW)).toEqual(
        expected && { why, steps: steps.map(([from, kw]) => ({ from, kw })) },
      )
    },
  )
})

/** A bus of 300 kWh at 40 % that is to have 90 % in ten hours, at a charger that holds it. */
const here = (id: string) =>
  stayValue({
    ...{ id, key: id === 'held' ? 1 : 2, vehicleKey: id === 'held' ? 1 : 2, arrival: NOW - HOUR_MS },
    vehicle: { id, supportsPausing: false },
    measured: { connectedAt: NOW - HOUR_MS, lastEventAt: NOW },
  })

const depotWith = (held: Held, limitKw: number | null = null) =>
  depotValue(
    [here('held'), here('free')],
    { powerLimitKw: limitKw, strategy: 'lowest-cost', departureMarginMinutes: 0 },
    {
      ...{ followsEvents: true, held: new Map([['held', held]]) },
    },
  )

const unsteerable: Held = { why: 'not-steerable', steps: [{ from: NOW, kw: null }] }

async function plansOf(depot: ReturnType<typeof depotWith>) {
  const result = await planBatches(depot, solve)
  const of = (id: string) => {
    const found = result.changed.find(({ stay }) => stay.id === id)
    if (!found) throw new Error(`no plan for ${id}`)
    return found
  }
  return { held: of('held'), free: of('free'), result }
}
const powers = ({ plan }: { plan: { segments?: { from: number; to: number; powerkW: number }[] } }) =>
  (plan.segments ?? []).map(({ from, to, powerkW }) => ({ from, to, powerkW }))

describe('a vehicle whose charger cannot be steered', () => {
  it('is expected to charge at once at full power until it is full, and the others keep out of its way', async () => {
    const { held, free } = await plansOf(depotWith(unsteerable, 120))
    expect(held.plan.segments?.[0]).toMatchObject({ from: NOW })
    expect(held.plan.segments?.[0]?.powerkW).toBeGreaterThan(95)
    expect(held.plan).toMatchObject({ endSoc: 100, reachedTargetSocInSchedule: true })
    expect(held.plan.schedule).toMatchObject({ targetSoc: 90, ev: { supportsPausing: false } })
    expect(held.explanation.reasons[0]).toMatchObject({ code: 'charger-not-steerable' })
    expect(held.explanation.shortfall).toBeUndefined()
    const all = [...powers(held), ...powers(free)]
    expect(highestPower(all, { from: NOW, to: hours(10) })).toBeLessThanOrEqual(120 + 1e-3)
    expect(free.plan.reachedTargetSocInSchedule).toBe(true)
  })

  it('is counted with all its power though it takes nothing: no plan can keep it from drawing again', () => {
    const from = NOW - HOUR_MS
    const sleeping = stayValue({
      ...here('held'),
      incumbent: inForceValue({ segments: [{ from, to: hours(3), powerkW: 80 }] }),
      measured: { connectedAt: from, chargingStartedAt: from, reportsMeter: true, lastEventAt: NOW },
      readings: [40, 30, 20, 10, 5].map((minutes) => ({ at: NOW - minutes * MINUTE_MS, powerKw: 0 })),
    })
    const powerOf = (depot: ReturnType<typeof depotWith>) => {
      const { held, plannable } = sortStays({ ...depot, stays: [sleeping] })
      return (held[0]?.entry ?? plannable[0])?.schedule.settings.evMaxPowerkW
    }
    const depot = depotWith(unsteerable)
    expect([powerOf(depot), powerOf({ ...depot, held: new Map() })]).toEqual([100, 10])
  })

  it('keeps its room where it takes all that there is', async () => {
    const { held, free } = await plansOf(depotWith(unsteerable, 100))
    const until = held.plan.endTime ?? 0
    expect(powers(free).filter(({ from, powerkW }) => from < until - 1_000 && powerkW > 1)).toEqual([])
  })

  it('has a plan that stands as long as nothing changes, and is a load of what is tried', async () => {
    const depot = depotWith(unsteerable, 120)
    const { result } = await plansOf(depot)
    const stays = depot.stays.map((stay) => {
      const { plan, explanation } = result.changed.find((change) => change.stay.id === stay.id) ?? {}
      return plan ? { ...stay, incumbent: inForceValue(plan, { explanation, strategy: 'lowest-cost' }) } : stay
    })
    const again = { ...depot, stays }
    expect((await planBatches(again, solve)).changed).toEqual([])
    expect(heldLoads(sortStays(again).held, NOW)[0]).toMatchObject({ from: NOW, scheduleId: 'held' })
  })
})

it('a vehicle that did not come back after a pause is planned as one that cannot pause, wherever it is', () => {
  const able = { ...here('held'), vehicle: { ...here('held').vehicle, supportsPausing: true } }
  const supports = (cannotPause: string[]) => {
    const depot = depotValue([able], {}, { followsEvents: true, cannotPause: new Set(cannotPause) })
    return sortStays(depot).plannable[0]?.schedule.ev.supportsPausing
  }
  expect([supports([]), supports(['held'])]).toEqual([true, false])
})

describe('a vehicle whose charger is offline', () => {
  it('is expected to draw what its charger was told last, which may be too little', async () => {
    const told: Held = {
      why: 'offline',
      steps: [
        { from: NOW, kw: 0 },
        { from: hours(1), kw: 20 },
        { from: hours(4), kw: 5 },
      ],
    }
    const { held } = await plansOf(depotWith(told))
    expect(powers(held).map(({ from, powerkW }) => [from, Math.round(powerkW)])).toEqual([
      [NOW, 0],
      [hours(1), 20],
      [hours(4), 5],
    ])
    expect(held.explanation.reasons.map(({ code }) => code)).toEqual(Array(3).fill('charger-offline'))
    expect(held.explanation.shortfall).toMatchObject({ cause: 'site-limit', targetSoc: 90 })
    expect(held.plan.endSoc).toBeCloseTo(40 + ((20 * 3 + 5 * 6) / 300) * 100, 1)
  })

  it('is planned as ever before it is plugged in there, and after', async () => {
    const coming = { ...here('held'), measured: { ...here('held').measured, connectedAt: null } }
    const depot = { ...depotWith(unsteerable), stays: [coming] }
    expect(sortStays(depot)).toMatchObject({ held: [], plannable: [{ stay: { id: 'held' } }] })
  })
})
