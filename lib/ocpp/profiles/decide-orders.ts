import { chooseOrder } from '@/lib/ocpp/profiles/choose-order'
import type { StationControl } from '@/lib/ocpp/profiles/control'
import { type Course, constant, powerAt } from '@/lib/ocpp/profiles/course'
import { decideDefaults } from '@/lib/ocpp/profiles/decide-defaults'
import type { DepotInput } from '@/lib/ocpp/profiles/depot-input'
import { Grants } from '@/lib/ocpp/profiles/grants'
import { targetsOf } from '@/lib/ocpp/profiles/targets'
import { type StationInput, toldCourse, type Unit, unitsOf } from '@/lib/ocpp/profiles/unit'
import { wakingTarget } from '@/lib/ocpp/profiles/waking'
import { watchStation } from '@/lib/ocpp/profiles/watch-station'

/**
 * What is to be sent to the stations of a depot now: the plan becomes a profile for each evse, at or below the plan,
 * and the highest that all may draw together stays within the headroom, whatever is lost or refused: a profile goes up
 * only into room that those before have left for certain.
 * @returns the controls that changed, by station
 */
export function decideOrders(depot: DepotInput): Map<string, StationControl> {
  const { now } = depot
  const stations = depot.stations.map((station) => watchStation(station, now))
  const units = stations.flatMap(unitsOf)
  const targets = targetsOf(units, depot.headroom, depot.others)
  const grants = new Grants(units, depot)
  for (const { unit, target } of inOrder(units, targets, now)) decideUnit(unit, target, grants, now)
  for (const station of stations) decideDefaults(station)
  return changedControls(depot.stations, stations)
}

function changedControls(before: readonly StationInput[], after: readonly StationInput[]) {
  const changed = new Map<string, StationControl>()
  for (const [index, { id, control }] of after.entries())
    if (JSON.stringify(before[index]?.control) !== JSON.stringify(control)) changed.set(id, control)
  return changed
}

/** The units that are told something, and what each is to draw. Those that are to draw less go first: they make room. */
function inOrder(units: readonly Unit[], targets: Map<Unit, Course>, now: number): { unit: Unit; target: Course }[] {
  const all = ({ told }: Unit) => constant(told.fullKw)
  const rises = ({ unit, target }: { unit: Unit; target: Course }) =>
    powerAt(wakingTarget(unit, target, all, now), now) - powerAt(unit.ceiling, now)
  return units
    .flatMap((unit) => {
      const target = targets.get(unit) ?? idleTarget(unit)
      return target ? [{ unit, target }] : []
    })
    .sort((a, b) => rises(a) - rises(b))
}

/** Where no default profile is kept beside, what holds without a vehicle is what the next one may draw safely. */
function idleTarget({ isPlugged, isReachable, station, safeKw }: Unit): Course | null {
  return !isPlugged && isReachable && station.control.rung !== 'transaction' ? constant(safeKw) : null
}

function decideUnit(unit: Unit, share: Course, grants: Grants, now: number): void {
  const { station, key } = unit
  const { ledgers } = station.control
  const ledger = ledgers[key] ?? { uncertain: [] }
  ledgers[key] = ledger
  if (ledger.sent) return
  const target = wakingTarget(unit, share, (each) => grants.freeFor(each), now)
  const chosen = chooseOrder(unit, target, grants, now)
  if (!chosen) return
  ledger.next = chosen
  grants.take(unit, toldCourse(unit, chosen), now)
}
