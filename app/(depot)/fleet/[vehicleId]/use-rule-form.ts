'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { RULES_AHEAD_MS, vehicleRulesQuery } from '@/app/(depot)/_data/queries'
import { countLeft, firstOfRule, type RuleDate, ruleDates } from '@/components/fleet/rule-dates'
import { dayOfClock, onceDraft, type RuleDraft, ruleDraftFaults, ruleDraftOf } from '@/components/fleet/rule-draft'
import {
  type Exceptions,
  exceptionsOf,
  NO_EXCEPTIONS,
  ruleRequest,
  singleDateSteps,
  timesOfRule,
} from '@/components/fleet/rule-request'
import {
  overlappedStay,
  type ScheduleDraft,
  scheduleDraftOf,
  scheduleInterval,
} from '@/components/fleet/schedule-draft'
import { triedRule } from '@/components/fleet/tried-rule'
import type { Reading } from '@/components/format/instant-format'
import { useLocale } from '@/components/messages/use-text'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import { HOUR_MS } from '@/lib/time/interval'

/** The drafts that show a rule by its next stay. */
export function ruleDraftsOf(
  rule: EvSchedule,
  reading: Pick<Reading, 'zone' | 'locale'>,
  now: number,
): { draft: ScheduleDraft; recurs: RuleDraft } {
  const { zone } = reading
  const times = timesOfRule(rule)
  const next = ruleDates(times, zone, now, 1)[0] ?? { arrival: times.from, departure: times.to }
  const { arrival, departure } = next
  const shown = { ...rule, plannedArrivalTime: toTimestamp(arrival), plannedDepartureTime: toTimestamp(departure) }
  const draft = scheduleDraftOf(shown, reading)
  const day = dayOfClock(draft.arrival) ?? 0
  return { draft, recurs: ruleDraftOf(times.rule, day, countLeft(times, zone, day)) }
}

type Opened = { vehicleId: string; rule: EvSchedule | null; draft: ScheduleDraft; zone: string; opened: number }

/**
 * What a form says of a stay's recurrence: the rule, its next dates, the single dates that are skipped or changed, and
 * what the API is asked for.
 * @param opened when the form was opened (epoch ms): what is before then stays as it is
 */
export function useRuleForm({ vehicleId, rule, draft, zone, opened }: Opened) {
  const locale = useLocale()
  const [before] = useState(() => (rule ? ruleDraftsOf(rule, { zone, locale }, opened) : null))
  const [recurs, setRecurs] = useState<RuleDraft>(() => before?.recurs ?? onceDraft())
  const [first] = useState(recurs)
  const [shown] = useState(draft)
  // With the dates that it was chosen on: what a colleague changes meanwhile is no choice of this form.
  const [chosen, setChosen] = useState<{ base: Exceptions; exceptions: Exceptions } | null>(null)
  const from = Math.floor(opened / HOUR_MS) * HOUR_MS
  const { data: seen } = useQuery({ ...vehicleRulesQuery(vehicleId, from), staleTime: HOUR_MS })
  const live = useMemo(
    () =>
      rule && seen ? exceptionsOf(rule, seen.stays, { zone, from: opened, to: from + RULES_AHEAD_MS }) : NO_EXCEPTIONS,
    [rule, seen, zone, opened, from],
  )
  const stored = chosen?.base ?? live
  const exceptions = chosen?.exceptions ?? live
  const choose = (next: Exceptions) => setChosen({ base: stored, exceptions: next })
  const faults = ruleDraftFaults(recurs)
  const typed = scheduleInterval(draft, zone)
  const times = faults.length === 0 && typed && typed.to > typed.from ? firstOfRule(recurs, typed, zone) : null
  const changed = rule && before && { rule, before: before.draft, recurs: before.recurs }
  const request = times && ruleRequest({ changed, draft, recurs, times, zone, now: opened })
  const dates = times ? ruleDates(times, zone, opened) : []
  const isEdited = recurs !== first || chosen !== null || (before !== null && draft !== shown)
  return {
    recurs,
    setRecurs,
    clash: times && clashOf(ruleDates(times, zone, opened, 100), seen?.stays ?? [], rule?.id ?? null),
    faults,
    times,
    request,
    dates,
    exceptions,
    /** Whether it is known which dates of the rule are skipped or changed; before, none may be. */
    isKnown: rule === null || seen !== undefined,
    skip: (day: string) => choose({ ...exceptions, skips: new Set([...exceptions.skips, day]) }),
    keep: (day: string) => choose(kept(exceptions, day)),
    steps: () =>
      times && request ? singleDateSteps({ rule, request, times, stored, chosen: exceptions, opened, zone }) : [],
    tried:
      times && seen && isEdited
        ? triedRule({ vehicleId, changed, draft, times, exceptions, stays: seen.stays, zone }, opened)
        : null,
    isEdited,
  }
}

export type RuleForm = ReturnType<typeof useRuleForm>

/** The first date of a rule that shares time with a stay that is not its own. */
function clashOf(
  dates: readonly RuleDate[],
  stays: readonly EvSchedule[],
  ruleId: string | null,
): { arrival: number; stay: EvSchedule } | null {
  const others = stays.filter(({ id }) => ruleId === null || !id.startsWith(`${ruleId}:`))
  for (const { arrival, departure } of dates) {
    const stay = overlappedStay(others, { from: arrival, to: departure })
    if (stay) return { arrival, stay }
  }
  return null
}

/** What is skipped comes back as it was changed; what is changed becomes as its rule says. */
function kept({ skips, changes }: Exceptions, day: string): Exceptions {
  const without = <T>(pairs: Iterable<T>, dayOf: (one: T) => string) => [...pairs].filter((one) => dayOf(one) !== day)
  if (skips.has(day)) return { skips: new Set(without(skips, (one) => one)), changes }
  return { skips, changes: new Map(without(changes, ([one]) => one)) }
}
