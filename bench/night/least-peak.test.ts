import { expect, it } from 'vitest'
import { MINUTE, makeNight, type NightBus } from '@/bench/night/night'
import { knownProblem } from '@/bench/night/rivals'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

/** What a timetable says of a bus, with the curve that is assumed. */
function posted(schedule: DepotSchedule, { posted: said, batteryKwh, maxKw }: NightBus): DepotSchedule {
  const chargingCurve = [
    { soc: 80, powerkW: maxKw },
    { soc: 100, powerkW: maxKw / 4 },
  ]
  return {
    ...{
      ...schedule,
      from: said.arrival,
      to: said.departure,
      startSoc: said.startSoc ?? 30,
      targetSoc: said.targetSoc,
    },
    ev: { ...schedule.ev, batterySizekWh: batteryKwh, maxPowerkW: maxKw, chargingCurve },
    settings: { ...schedule.settings, evMaxPowerkW: maxKw },
  }
}

/** Cheap last hours, which all batteries would like for their slow ends. */
it.each([
  [1, 20],
  [1, 40],
  [3, 40],
  [4, 20],
  [8, 20],
])(
  'the least peak of night %d, %d minutes after its beginning, is hardly above any that another aim finds',
  (seed, minutes) => {
    const night = makeNight({ seed, buses: 20, limitKw: 560, pauses: true, deviates: true })
    const known = knownProblem(night, 'peak-supression')
    const busOf = new Map(night.buses.map((bus) => [bus.id, bus]))
    const schedules = known.schedules.flatMap((one) => {
      const bus = busOf.get(one.id)
      return bus ? [posted(one, bus)] : []
    })
    const problem: DepotProblem = { ...known, now: known.now + minutes * MINUTE, schedules }
    const peakWith = (parts: Partial<DepotProblem>, readyBufferMinutes = 0) =>
      planDepot({ ...problem, ...parts, site: { ...problem.site, readyBufferMinutes } }).peakkW
    const flattestKw = peakWith({ strategy: 'balanced' })
    const leastKw = peakWith({})
    expect(leastKw).toBeLessThan(1.01 * flattestKw)
    expect(peakWith({}, 30)).toBeLessThan(1.015 * Math.min(leastKw, flattestKw))
  },
)
