import type { Fix } from '@/lib/contract/explanations'
import type { EvSchedule } from '@/lib/contract/schedule'

/** A change of a stay as the API's PATCH takes it. */
export type StayChange = {
  id: string
  targetSoC?: number
  plannedDepartureTime?: string
  priority?: number
}

/** What applies a fix of a stay, and what takes it back. */
export type FixChange = { apply: StayChange; undo: StayChange }

/** The change of the stay that a fix is, with its way back; null for a fix that changes the depot instead. */
export function stayChangeOf(
  fix: Fix,
  {
    id,
    targetSoC,
    plannedDepartureTime,
    priority,
  }: Pick<EvSchedule, 'id' | 'targetSoC' | 'plannedDepartureTime' | 'priority'>,
): FixChange | null {
  switch (fix.kind) {
    case 'raise-limit':
      return null
    case 'lower-target':
      return { apply: { id, targetSoC: fix.targetSoc }, undo: { id, targetSoC } }
    case 'later-departure':
      return { apply: { id, plannedDepartureTime: fix.to }, undo: { id, plannedDepartureTime } }
    case 'higher-priority':
      return { apply: { id, priority: fix.priority }, undo: { id, priority } }
  }
}
