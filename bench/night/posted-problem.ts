import { MINUTE, type Night, type NightBus } from '@/bench/night/night'
import { knownProblem } from '@/bench/night/rivals'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'

/** The problem of a depot some minutes after a night's beginning, by its timetable alone, with the curves that are assumed. */
export function postedProblem(
  night: Night,
  { minutes, readyBufferMinutes }: { minutes: number; readyBufferMinutes: number },
): DepotProblem {
  const known = knownProblem(night, 'peak-supression')
  const busOf = new Map(night.buses.map((bus) => [bus.id, bus]))
  const schedules = known.schedules.flatMap((one) => {
    const bus = busOf.get(one.id)
    return bus ? [posted(one, bus)] : []
  })
  return { ...known, now: known.now + minutes * MINUTE, site: { ...known.site, readyBufferMinutes }, schedules }
}

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
