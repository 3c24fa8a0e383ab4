import type { Plan } from '@/lib/contract/plan'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import {
  currentVersion,
  type HeldPlan,
  type Rule,
  type ScheduledStay,
  type StayWindow,
} from '@/lib/schedules/schedule-state'
import { detailProperties, type StayDetails } from '@/lib/stays/stay-details'

/** A dated schedule, or an occurrence that has a row, as the API gives it. */
export function stayView(evId: string, stay: ScheduledStay): EvSchedule {
  const startSoc = stay.charging?.measuredStartSoc ?? stay.startSoc
  const { occurrence } = stay
  return {
    ...view(evId, stay.id, { ...stay, startSoc }),
    ...(occurrence && recurrenceView(occurrence)),
    ...planView(stay.held),
  }
}

/** An occurrence that has no row: nothing is planned or changed in it. */
export function occurrenceView(evId: string, occurrence: RuleOccurrence): EvSchedule {
  return { ...view(evId, occurrence.id, occurrence), ...recurrenceView(occurrence) }
}

/** A rule as it holds from now on, with the plan that its sender posted for it. */
export function ruleView(evId: string, rule: Rule): EvSchedule {
  const { recurrenceRule, plan, planMeta, ...terms } = currentVersion(rule)
  return {
    ...view(evId, rule.id, terms),
    recurrenceRule,
    ...(plan && { plan: withLists(plan) }),
    ...(planMeta && { planMeta }),
  }
}

/** What has no value is left out: JSON leaves out what is undefined. */
function view(evId: string, id: string, terms: StayWindow & StayDetails): EvSchedule {
  return {
    id,
    evId,
    locationUid: terms.locationUid,
    plannedArrivalTime: toTimestamp(terms.arrival),
    plannedDepartureTime: toTimestamp(terms.departure),
    ...detailProperties(terms),
  }
}

/** Which rule an occurrence is of, and what it says. */
function recurrenceView({ ruleId, version }: Pick<RuleOccurrence, 'ruleId' | 'version'>) {
  return { recurrenceRule: version.recurrenceRule, recurringScheduleId: ruleId }
}

/** The lists of a plan are always there. `PLAN_LISTS` of `read-stays` says the same in SQL; a test holds them equal. */
export function withLists(plan: Plan): Plan {
  const settings = plan.schedule?.settings
  return {
    pastSegments: [],
    segments: [],
    ...plan,
    ...(settings && { schedule: { ...plan.schedule, settings: { powerRules: [], ...settings } } }),
  }
}

function planView(held: HeldPlan | null): Pick<EvSchedule, 'plan' | 'planMeta'> {
  if (!held?.plan) return {}
  const said = Object.entries(held.meta).filter(([, value]) => value != null)
  return { plan: withLists(held.plan), planMeta: { frozen: false, ...Object.fromEntries(said) } }
}
