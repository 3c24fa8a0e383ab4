import type { Fix } from '@/lib/contract/explanations'
import type { EvSchedule } from '@/lib/contract/schedule'

/** A change of a stay as the API's PATCH takes it. */
export type StayChange = {
  id: string
  targetSoC?: number
  minimumSoC?: number | null
  plannedDepartureTime?: string
  priority?: number
}

/** What applies a fix of a stay, and what takes it back. */
export type FixChange = { apply: StayChange; undo: StayChange }

/** A fix that changes the stay alone; raising the limit changes the depot, a swap another stay too. */
export type StayFix = Exclude<Fix, { kind: 'raise-limit' | 'swap' }>

type StayToChange = Pick<EvSchedule, 'id' | 'targetSoC' | 'minimumSoC' | 'plannedDepartureTime' | 'priority'>

/** The change of the stay that a fix is, with its way back. */
export function stayChangeOf(
  fix: StayFix,
  { id, targetSoC, minimumSoC, plannedDepartureTime, priority }: StayToChange,
): FixChange {
  switch (fix.kind) {
    case 'lower-target':
      if (fix.minimumSoC === undefined) return { apply: { id, targetSoC: fix.targetSoc }, undo: { id, targetSoC } }
      return {
        apply: { id, targetSoC: fix.targetSoc, minimumSoC: fix.minimumSoC },
        undo: { id, targetSoC, minimumSoC: minimumSoC ?? null },
      }
    case 'later-departure':
      return { apply: { id, plannedDepartureTime: fix.to }, undo: { id, plannedDepartureTime } }
    case 'higher-priority':
      return { apply: { id, priority: fix.priority }, undo: { id, priority } }
  }
}

/** Whether what a change touches is stored as it was seen; null: none. */
export function isAsSeen(stored: StayToChange, { id: _, ...seen }: StayChange): boolean {
  const names = Object.keys(seen) as (keyof typeof seen)[]
  return names.every((name) => comparable(name, stored[name]) === comparable(name, seen[name]))
}

function comparable(name: string, value: string | number | null | undefined): number | string | null {
  return name.endsWith('Time') && typeof value === 'string' ? Date.parse(value) : (value ?? null)
}
