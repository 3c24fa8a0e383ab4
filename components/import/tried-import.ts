import type { ImportKind } from '@/components/import/columns'
import type { Fate } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import { plannedAttributes } from '@/lib/contract/planned-attributes'
import { HOUR_MS } from '@/lib/time/interval'

/** So many of each kind can be tried at once. */
const MOST_TRIED = 1_000
/** What begins later is not compared. */
const NEAR_MS = 36 * HOUR_MS

const WANTED = ['startSoC', 'targetSoC', 'minimumSoC', 'priority'] as const
const TIMES = ['plannedArrivalTime', 'plannedDepartureTime'] as const

/** Where rows are imported, and when. */
type At = { kind: ImportKind; locationUid: string; now: number }

/** What is tried of the depot's plan before rows are imported; null where no plan depends on them, or they are too many. */
export function triedImport(
  rows: readonly ReadRow[],
  fates: ReadonlyMap<ReadRow, Fate>,
  { kind, locationUid, now }: At,
): PlanOverridesInput | null {
  const tried = kind === 'vehicles' ? triedVehicles(rows, fates) : triedStays(nearOf(rows, locationUid, now), fates)
  const lists = Object.values(tried).filter((list) => list.length > 0)
  return lists.length > 0 && lists.every((list) => list.length <= MOST_TRIED) ? tried : null
}

/** A vehicle that is new has no stay yet. */
function triedVehicles(rows: readonly ReadRow[], fates: ReadonlyMap<ReadRow, Fate>) {
  const vehicles = rows.flatMap((row) => {
    const planned = fates.get(row)?.fate === 'changed' ? plannedAttributes(row.said) : {}
    return Object.keys(planned).length > 0 ? [{ vehicleId: row.vehicleId, ...planned }] : []
  })
  return { vehicles }
}

function nearOf(rows: readonly ReadRow[], locationUid: string, now: number): ReadRow[] {
  return rows.filter(({ said }) => {
    const isHere = (said.locationUid ?? locationUid) === locationUid
    return isHere && Date.parse(String(said.plannedArrivalTime)) < now + NEAR_MS
  })
}

type NewSchedule = NonNullable<PlanOverridesInput['newSchedules']>[number]
type ChangedSchedule = NonNullable<PlanOverridesInput['schedules']>[number]

function triedStays(rows: readonly ReadRow[], fates: ReadonlyMap<ReadRow, Fate>) {
  const schedules = new Map<string, ChangedSchedule>()
  const newSchedules: NewSchedule[] = []
  for (const row of rows) {
    const fate = fates.get(row)
    if (fate?.fate === 'new')
      newSchedules.push({ vehicleId: row.vehicleId, ...said(row, [...TIMES, ...WANTED]) } as NewSchedule)
    if (fate?.fate === 'changed' && fate.scheduleId !== undefined)
      schedules.set(fate.scheduleId, { id: fate.scheduleId, ...said(row, [...TIMES, ...WANTED]) })
  }
  return { schedules: [...schedules.values()], newSchedules }
}

function said({ said }: ReadRow, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])))
}
