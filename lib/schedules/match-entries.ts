import type { Entry } from '@/lib/schedules/resolve-entries'
import {
  nextSaid,
  occurrenceOn,
  occurrencesIn,
  type RuleOccurrence,
  recurrenceOfTerms,
} from '@/lib/schedules/rule-occurrences'
import {
  currentVersion,
  isConnected,
  type Rule,
  type ScheduledStay,
  type ScheduleState,
  type StayWindow,
} from '@/lib/schedules/schedule-state'
import { type Interval, MINUTE_MS, overlaps } from '@/lib/time/interval'

/** A schedule that ended this recently may still be the one that an ongoing entry means. */
const RECENTLY_MS = 30 * MINUTE_MS

/** What an entry is about. Past ones change nothing. */
export type Match =
  | { kind: 'stay'; stay: ScheduledStay }
  | { kind: 'occurrence'; occurrence: RuleOccurrence }
  | { kind: 'rule'; rule: Rule }
  | { kind: 'new' }
  | { kind: 'past'; id: string | null }

/** Whether the caller may see a schedule of this location. */
export type CanSee = (locationUid: string) => boolean

/**
 * Finds the stored schedule of each entry, each entry and each schedule once, in the contract's order: an ongoing entry
 * to the ongoing schedule there; equal departures, a rule by its next one; an ongoing entry to what just ended there.
 * @returns the matches by the entries' positions in `entries`
 */
export function matchEntries(state: ScheduleState, entries: readonly Entry[], now: number, canSee: CanSee): Match[] {
  const matches: (Match | undefined)[] = entries.map(() => undefined)
  const taken = new Set<string>()
  const stage = (find: (entry: Entry) => Match | undefined) => {
    entries.forEach((entry, position) => {
      if (matches[position]) return
      const match = find(entry)
      if (match) taken.add(idOf(match))
      matches[position] = match
    })
  }
  const visible = candidates(state, now, canSee)
  const isFree = ({ id }: { id: string }) => !taken.has(id)
  stage((entry) => (isOngoing(entry, now) ? choose(visible.ongoing, entry.terms, isFree) : undefined))
  stage(({ terms }) => {
    if (terms.recurrenceRule !== null) {
      const next = recurrenceOfTerms({ ...terms, recurrenceRule: terms.recurrenceRule }).nextDepartingAfter(now)
      if (!next) return { kind: 'past', id: null }
      const rule = visible.rulesByNextDeparture.get(next.departure)?.find(isFree)
      return rule && { kind: 'rule', rule }
    }
    const stay = visible.staysByDeparture.get(terms.departure)
    const free = stay && isFree(stay) ? stay : undefined
    if (terms.departure <= now) return { kind: 'past', id: free?.id ?? null }
    return free && { kind: 'stay', stay: free }
  })
  stage((entry) => (isOngoing(entry, now) ? choose(visible.justEnded, entry.terms, isFree) : undefined))
  return matches.map((match) => match ?? { kind: 'new' })
}

type IsFree = (candidate: { id: string }) => boolean

/** What entries can match, each list with the first choice first. */
type Candidates = {
  ongoing: Match[]
  justEnded: Match[]
  staysByDeparture: Map<number, ScheduledStay>
  rulesByNextDeparture: Map<number, Rule[]>
}

function candidates(state: ScheduleState, now: number, canSee: CanSee): Candidates {
  const dated = [...state.stays.values()].filter((stay) => !stay.occurrence && canSee(stay.locationUid))
  const rules = [...state.rules.values()].filter((rule) => canSee(currentVersion(rule).locationUid))
  const rulesByNextDeparture = new Map<number, Rule[]>()
  for (const rule of rules) {
    const next = nextSaid(rule, now)
    if (next) rulesByNextDeparture.set(next.departure, [...(rulesByNextDeparture.get(next.departure) ?? []), rule])
  }
  return {
    ongoing: ongoing(state, now),
    justEnded: justEnded(state, now),
    staysByDeparture: new Map(dated.map((stay) => [stay.departure, stay])),
    rulesByNextDeparture,
  }
}

/** Ongoing by its times, then by an open transaction, the latest of those first. */
function ongoing(state: ScheduleState, now: number): Match[] {
  const connected = [...state.stays.values()].filter(isConnected).sort((a, b) => b.arrival - a.arrival)
  return [...placedIn(state, { from: now, to: now + 1 }), ...connected.flatMap((stay) => matchOf(state, stay))]
}

/** What ended within the last half hour, the latest first. */
function justEnded(state: ScheduleState, now: number): Match[] {
  const recent = placedIn(state, { from: now - RECENTLY_MS - 1, to: now })
  return recent
    .filter((match) => placeOf(match).departure <= now)
    .sort((a, b) => placeOf(b).departure - placeOf(a).departure)
}

function placedIn({ stays, rules }: ScheduleState, range: Interval): Match[] {
  const dated = [...stays.values()].filter(
    ({ occurrence, arrival, departure }) => !occurrence && overlaps(range, { from: arrival, to: departure }),
  )
  return [
    ...dated.map((stay) => ({ kind: 'stay', stay }) as const),
    ...[...rules.values()]
      .flatMap((rule) => occurrencesIn(rule, range))
      .map((occurrence) => ({ kind: 'occurrence', occurrence }) as const),
  ]
}

function matchOf({ rules }: ScheduleState, stay: ScheduledStay): Match[] {
  if (!stay.occurrence) return [{ kind: 'stay', stay }]
  const rule = rules.get(stay.occurrence.ruleId)
  const occurrence = rule && occurrenceOn(rule, stay.occurrence.day)
  return occurrence ? [{ kind: 'occurrence', occurrence }] : []
}

/** The candidate at the entry's location; among several of a kind the one with the entry's departure. */
function choose(found: Match[], { locationUid, departure }: StayWindow, isFree: IsFree): Match | undefined {
  const here = found.filter((match) => placeOf(match).locationUid === locationUid && isFree({ id: idOf(match) }))
  return here.find((match) => placeOf(match).departure === departure) ?? here[0]
}

function placeOf(match: Match): StayWindow {
  if (match.kind === 'stay') return match.stay
  if (match.kind === 'occurrence') return match.occurrence
  throw new Error(`A match of kind ${match.kind} has no place.`)
}

function isOngoing({ terms }: Entry, now: number): boolean {
  return terms.recurrenceRule === null && terms.arrival <= now && now < terms.departure
}

function idOf(match: Match): string {
  if (match.kind === 'stay') return match.stay.id
  if (match.kind === 'occurrence') return match.occurrence.id
  if (match.kind === 'rule') return match.rule.id
  return match.kind === 'past' ? (match.id ?? '') : ''
}
