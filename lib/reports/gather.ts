import { listHeardHours } from '@/lib/charging/list-heard-hours'
import type { Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import type { LocationRow } from '@/lib/planning/depot'
import { departsIn, type FleetLoads } from '@/lib/planning/fleet-load'
import type { StrayLoad } from '@/lib/planning/site-of'
import { siteParts } from '@/lib/planning/site-parts'
import { type DepartureOfReport, departureOfReport } from '@/lib/reports/departure-of-report'
import { departureOutcome } from '@/lib/reports/departure-outcome'
import { addEnergy, type EnergyBy, energyIn } from '@/lib/reports/energy-by'
import { addToDays, type DaySums, dayAt, emptyDays } from '@/lib/reports/report-days'
import { addSums, powersOfWays, type ReportSums, WAYS, type Way } from '@/lib/reports/report-sums'
import type { DemandCharge } from '@/lib/site/cost'
import { slices } from '@/lib/slices'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { DAY_MS, HOUR_MS, type Interval } from '@/lib/time/interval'

/** Everything that a report says, gathered from a depot's stays; vehicles by key, strangers and no block as null. */
export type Gathered = {
  sums: Partial<Record<Way, ReportSums>>
  days: DaySums[]
  vehicles: EnergyBy<number | null>
  names: Map<number, Pick<DepotStay['vehicle'], 'id' | 'name'>>
  blocks: EnergyBy<string | null>
  departures: DepartureOfReport[]
}

/** Gathers a report of `range`, which has passed, part by part as its load is computed: requests are answered in between. */
export async function gatherReport(
  db: Database,
  row: LocationRow,
  range: Interval,
  now: number,
  demand: DemandCharge | null,
): Promise<Gathered> {
  const gathered: Gathered = {
    ...{ sums: {}, days: emptyDays(range, row.timeZone), departures: [] },
    ...{ vehicles: new Map(), names: new Map(), blocks: new Map() },
  }
  const heard = await listHeardHours(db, row.uid, { from: range.from - DAY_MS, to: range.to })
  const observer = {
    stay: (stay: DepotStay, loads: FleetLoads, measured: readonly Segment[], part: Interval) =>
      addStay(gathered, { stay, loads, measured, part, row, heard }),
    strays: (strays: readonly StrayLoad[], part: Interval) => addStrays(gathered, strays, part),
  }
  const pause = slices()
  for await (const part of siteParts(db, row, range, now, observer)) {
    const powers = powersOfWays(part)
    for (const way of WAYS) {
      gathered.sums[way] = addSums(gathered.sums[way], part, powers[way], demand)
      await pause()
    }
    addToDays(gathered.days, part)
    await pause()
  }
  return gathered
}

type OneStay = {
  stay: DepotStay
  loads: FleetLoads
  measured: readonly Segment[]
  part: Interval
  row: LocationRow
  heard: ReadonlySet<number>
}

/** What a stay took in a part of the time counts there; its departure counts in the one part that it is in. */
function addStay(gathered: Gathered, { stay, loads, measured, part, row, heard }: OneStay): void {
  const departs = departsIn(stay, part)
  const energy = {
    energyKwh: energyIn(loads.planned.powers, part),
    measuredKwh: energyIn(loads.measured, part),
    departures: departs ? 1 : 0,
  }
  gathered.names.set(stay.vehicleKey, stay.vehicle)
  addEnergy(gathered.vehicles, stay.vehicleKey, energy)
  addEnergy(gathered.blocks, stay.blockId, energy)
  if (!departs) return
  const outcome = departureOutcome(stay, { measured, isHeard: isHeardBefore(stay.departure, heard) }, row)
  gathered.departures.push(departureOfReport(stay, outcome))
  const day = dayAt(gathered.days, stay.departure)
  if (!day) return
  day.departures += 1
  if (outcome.kind === 'ready') day.ready += 1
}

function addStrays(gathered: Gathered, strays: readonly StrayLoad[], part: Interval): void {
  for (const stray of strays) {
    const energyKwh = energyIn([stray], part)
    const energy = { energyKwh, measuredKwh: energyKwh, departures: 0 }
    addEnergy(gathered.vehicles, stray.vehicleKey, energy)
    addEnergy(gathered.blocks, stray.blockId, energy)
  }
}

/** Whether any charger was heard of in the day before: else the timetable and the plans are all that is known. */
function isHeardBefore(instant: number, heard: ReadonlySet<number>): boolean {
  const last = Math.floor(instant / HOUR_MS)
  for (let hour = last - DAY_MS / HOUR_MS; hour <= last; hour += 1) if (heard.has(hour)) return true
  return false
}
