import { occurrenceId, occurrenceTimesIn, occurrenceTimesOn, parseOccurrenceId } from '@/lib/schedules/rule-occurrences'
import type { Rule, ScheduleState, StayWindow } from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'
import type { Day } from '@/lib/time/calendar-day'
import { DAY_MS, type Interval } from '@/lib/time/interval'

/** Overlaps with rules are looked for this far ahead. */
export const RULE_HORIZON_MS = 400 * DAY_MS

/** More overlaps than this in one request help nobody. */
const MAX_FOUND = 100

/** So many stays are compared in one go. */
const A_PIECE = 500

/**
 * One stay of a vehicle to come, from now on. `owner` is the schedule that it belongs to: for an occurrence, its rule.
 * `entry` is the position of the entry that speaks of it, `alone` where it is one occurrence that was changed for itself.
 */
export type Placed = Interval & {
  owner: string
  day: Day | null
  locationUid: string
  entry: number | undefined
  alone: boolean
}

/** The id under which a stay is known: of an occurrence, its own. */
export function placedId({ owner, day }: Placed): string {
  return day === null ? owner : occurrenceId(owner, day)
}

/**
 * The stays to come that the entries speak of, and those that can be in their way: by arrival, occurrences of rules as far
 * ahead as they are checked. What lies outside of the time that the entries touch is not looked at.
 * @param entryOf the position in the request of what it speaks of, by the id of a schedule or an occurrence
 */
export function* placements(
  state: ScheduleState,
  entryOf: ReadonlyMap<string, number>,
  now: number,
): InPieces<Placed[]> {
  const horizon = { from: now, to: now + RULE_HORIZON_MS }
  const days = spokenDays(entryOf)
  const spoken = yield* spokenPlacements(state, entryOf, days, horizon)
  if (spoken.length === 0) return []
  const touched = {
    from: spoken.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY),
    to: spoken.reduce((last, { to }) => Math.max(last, to), 0),
  }
  const others: Placed[] = []
  for (const { id, occurrence, ...stay } of state.stays.values())
    if (!occurrence && !entryOf.has(id) && stay.arrival < touched.to && stay.departure > touched.from)
      others.push(placed(stay, now, { owner: id, day: null, entry: undefined, alone: false }))
  const range = { from: touched.from, to: Math.min(touched.to, horizon.to) }
  for (const rule of state.rules.values()) {
    if (entryOf.has(rule.id) || range.from >= range.to) continue
    for (const times of occurrenceTimesIn(rule, range))
      if (!days.get(rule.id)?.has(times.day))
        others.push(placed(times, now, { owner: rule.id, day: times.day, entry: undefined, alone: times.changed }))
    yield
  }
  return [...spoken, ...others].sort((a, b) => a.from - b.from)
}

/** Every stay to come, as if a request spoke of all. */
export function allPlacements(state: ScheduleState, now: number): InPieces<Placed[]> {
  return placements(state, new Map([...state.stays.keys(), ...state.rules.keys()].map((id) => [id, 0])), now)
}

/** The occurrences that entries speak of by themselves: positions by day, by rule. */
function spokenDays(entryOf: ReadonlyMap<string, number>): Map<string, Map<Day, number>> {
  const days = new Map<string, Map<Day, number>>()
  for (const [id, entry] of entryOf) {
    const named = parseOccurrenceId(id)
    if (!named) continue
    const ofRule = days.get(named.ruleId) ?? new Map<Day, number>()
    days.set(named.ruleId, ofRule.set(named.day, entry))
  }
  return days
}

function* spokenPlacements(
  { stays, rules }: ScheduleState,
  entryOf: ReadonlyMap<string, number>,
  days: ReadonlyMap<string, ReadonlyMap<Day, number>>,
  horizon: Interval,
): InPieces<Placed[]> {
  const found: Placed[] = []
  for (const [id, entry] of entryOf) {
    const stay = stays.get(id)
    if (stay && !stay.occurrence && stay.departure > horizon.from)
      found.push(placed(stay, horizon.from, { owner: id, day: null, entry, alone: false }))
  }
  for (const rule of rules.values()) {
    const [whole, own] = [entryOf.get(rule.id), days.get(rule.id)]
    if (whole === undefined && own === undefined) continue
    for (const times of whole === undefined ? onDays(rule, own, horizon) : occurrenceTimesIn(rule, horizon)) {
      const entry = own?.get(times.day)
      const alone = times.changed || entry !== undefined
      found.push(placed(times, horizon.from, { owner: rule.id, day: times.day, entry: entry ?? whole, alone }))
    }
    yield
  }
  return found
}

function onDays(rule: Rule, days: ReadonlyMap<Day, number> = new Map(), { from, to }: Interval) {
  return [...days.keys()]
    .map((day) => occurrenceTimesOn(rule, day))
    .filter((times) => times !== null)
    .filter(({ arrival, departure }) => arrival < to && departure > from)
}

type Belonging = Pick<Placed, 'owner' | 'day' | 'entry' | 'alone'>

function placed({ arrival, departure, locationUid }: StayWindow, now: number, stay: Belonging): Placed {
  const { owner, day, entry, alone } = stay
  return { from: Math.max(arrival, now), to: departure, locationUid, owner, day, entry, alone }
}

/**
 * The pairs of stays that share time and concern somebody, the request where nothing else is said. A vehicle's stored stays
 * are apart, so few are under way at once, and the search is linear; it ends when there are more overlaps than anybody reads.
 * @param placed by arrival
 */
export function* overlappingPairs(placed: readonly Placed[], concerns = concernsRequest): InPieces<[Placed, Placed][]> {
  const found: [Placed, Placed][] = []
  let underWay: Placed[] = []
  for (const [index, stay] of placed.entries()) {
    if (index % A_PIECE === 0) yield
    if (underWay.some(({ to }) => to <= stay.from)) underWay = underWay.filter(({ to }) => to > stay.from)
    for (const other of underWay) {
      if (concerns(other, stay)) found.push([other, stay])
      if (found.length >= MAX_FOUND) return found
    }
    underWay.push(stay)
  }
  return found
}

/** Two occurrences of one rule concern the request only where it changed one of them for itself. */
function concernsRequest(a: Placed, b: Placed): boolean {
  if (a.entry === undefined && b.entry === undefined) return false
  return a.owner !== b.owner || a.alone || b.alone
}
