import { toTimestamp } from '@/lib/contract/primitives'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import { currentVersion, type HeldPlan, type Presence, type Rule, type Stay } from '@/lib/schedules/schedule-state'
import { detailProperties, type StayDetails } from '@/lib/stays/stay-details'

/** A dated schedule, or an occurrence that has a row, as the API gives it. */
export function stayView(evId: string, stay: Stay): EvSchedule {
  const startSoc = stay.charging?.measuredStartSoc ?? stay.startSoc
  return { ...view(evId, stay.id, { ...stay, startSoc }), ...planView(stay.held) }
}

/** An occurrence that has no row: nothing is planned or changed in it. */
export function occurrenceView(evId: string, occurrence: RuleOccurrence): EvSchedule {
  return view(evId, occurrence.id, occurrence)
}

/** A rule as it holds from now on, with the plan that its sender posted for it. */
export function ruleView(evId: string, rule: Rule): EvSchedule {
  const { recurrenceRule, plan, planMeta, ...terms } = currentVersion(rule)
  return {
    ...view(evId, rule.id, terms),
    recurrenceRule,
    ...(plan && { plan }),
    ...(planMeta && { planMeta }),
  }
}

/** What has no value is left out: JSON leaves out what is undefined. */
function view(evId: string, id: string, terms: Presence & StayDetails): EvSchedule {
  return {
    id,
    evId,
    locationUid: terms.locationUid,
    plannedArrivalTime: toTimestamp(terms.arrival),
    plannedDepartureTime: toTimestamp(terms.departure),
    ...detailProperties(terms),
  }
}

function planView(held: HeldPlan | null): Pick<EvSchedule, 'plan' | 'planMeta'> {
  if (!held?.plan) return {}
  const said = Object.entries(held.meta).filter(([, value]) => value != null)
  return { plan: held.plan, planMeta: { frozen: false, ...Object.fromEntries(said) } }
}
