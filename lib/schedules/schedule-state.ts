import type { Plan, PlanMeta } from '@/lib/contract/plan'
import type { OccurrenceChange } from '@/lib/db/schema/schedule'
import type { StayDetails } from '@/lib/stays/stay-details'
import type { Day } from '@/lib/time/calendar-day'

/** A stay's plan. `plan` is undefined where the decision did not need its content and it was not read. */
export type HeldPlan = { plan: Plan | undefined; meta: PlanMeta; posted: boolean }

/** What the chargers said of a stay (epoch ms); null while they have said nothing. */
export type Charging = {
  connectedAt: number | null
  disconnectedAt: number | null
  chargingStartedAt: number | null
  measuredStartSoc: number | null
}

/** Where and when a vehicle is; `[arrival, departure)` in epoch ms. */
export type StayWindow = { locationUid: string; arrival: number; departure: number }

/** A dated schedule, or the row of one occurrence of a rule (`occurrence`). `key` is null until it is stored. */
export type ScheduledStay = StayDetails &
  StayWindow & {
    key: number | null
    id: string
    occurrence: { ruleId: string; day: Day; version: RuleVersion } | null
    charging: Charging | null
    held: HeldPlan | null
  }

/** What a rule says: its first arrival and departure, and what holds for each occurrence. */
export type RuleTerms = StayDetails &
  StayWindow & { recurrenceRule: string; timeZone: string; plan: Plan | null; planMeta: PlanMeta | null }

/** The terms of a rule from `validFrom` until `validTo` (null: in force). */
export type RuleVersion = RuleTerms & { key: number | null; validFrom: number; validTo: number | null }

/** What is different in one occurrence of a rule (RFC 5545's RECURRENCE-ID and EXDATE). */
export type OccurrenceException = { skipped: boolean; changes: OccurrenceChange }

/** A recurring schedule; `versions` in order of time, at least one. */
export type Rule = {
  key: number | null
  id: string
  postedAt: number
  endedAt: number | null
  versions: RuleVersion[]
  exceptions: Map<Day, OccurrenceException>
}

/** The schedules of one vehicle, as far as a decision about now and what is to come can touch them, by id. */
export type ScheduleState = { stays: Map<string, ScheduledStay>; rules: Map<string, Rule> }

/** A copy to decide on: stays and rules themselves are never changed, only replaced. */
export function draftOf({ stays, rules }: ScheduleState): ScheduleState {
  return { stays: new Map(stays), rules: new Map(rules) }
}

/** The version of a rule that holds from now on. */
export function currentVersion(rule: Rule): RuleVersion {
  const version = rule.versions.at(-1)
  if (!version) throw new Error(`Rule ${rule.id} has no version.`)
  return version
}

/** The vehicle is connected and has not left since: an open transaction. */
export function isConnected({ charging }: ScheduledStay): boolean {
  return charging !== null && charging.connectedAt !== null && charging.disconnectedAt === null
}
