import type { RuleVersion, ScheduledStay, ScheduleState } from '@/lib/schedules/schedule-state'

/** What is decided of one vehicle's schedules. */
export type ScheduleChange = { vehicleKey: number; vehicleId: string; before: ScheduleState; after: ScheduleState }

/** A stay to be written, of which vehicle it is, and what was stored of it. */
export type ChangedStay = { vehicleKey: number; stay: ScheduledStay; was: ScheduledStay | undefined }

/** The keys of what is stored: of rules by id, of versions by the version. */
export type RuleKeys = { rule: (ruleId: string) => number | null; version: (version: RuleVersion) => number | null }

/** What one state has and the other has no more. */
export function missing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...before].flatMap(([id, value]) => (after.has(id) ? [] : [value]))
}

/** What one state has otherwise than the other, or new: states are compared by identity, for nothing in them is changed. */
export function differing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...after].flatMap(([id, value]) => (before.get(id) === value ? [] : [value]))
}
