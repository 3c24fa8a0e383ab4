import type { Reading } from '@/components/format/instant-format'
import { numberOf, typedNumber } from '@/components/format/typed-number'
import { instantOfClock, wallClock } from '@/components/format/wall-clock'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import { HOUR_MS } from '@/lib/time/interval'

const USUAL_HOURS = 10
const NUMBERS = ['startSoC', 'targetSoC', 'minimumSoC', 'priority'] as const

/** A dated schedule while it is edited: times as the depot's clock shows them (`2026-11-22T17:30`), empty for none. */
export type ScheduleDraft = Record<(typeof NUMBERS)[number], string> & {
  locationUid: string
  arrival: string
  departure: string
  blockId: string
}

/** What the API takes, as it is on the wire; what is not a number stays text, so that the server says so at its field. */
type Sent = {
  locationUid?: string
  plannedArrivalTime?: string
  plannedDepartureTime?: string
  startSoC?: number | null
  targetSoC?: number | null
  minimumSoC?: number | null
  priority?: number | null
  blockId?: string | null
}

/** A new schedule: from the next full hour on the depot's clock, overnight long. */
export function newScheduleDraft(locationUid: string, zone: string, now: number): ScheduleDraft {
  const arrival = Math.ceil(now / HOUR_MS) * HOUR_MS
  const empty = { startSoC: '', targetSoC: '', minimumSoC: '', priority: '', blockId: '' }
  return {
    ...empty,
    locationUid,
    arrival: wallClock(arrival, zone),
    departure: wallClock(arrival + USUAL_HOURS * HOUR_MS, zone),
  }
}

/** The draft that shows a schedule as it is, with times on the depot's clock and numbers in the reader's writing. */
export function scheduleDraftOf(
  schedule: EvSchedule,
  { zone, locale }: Pick<Reading, 'zone' | 'locale'>,
): ScheduleDraft {
  const text = (value: number | undefined) => typedNumber(value, locale)
  return {
    locationUid: schedule.locationUid,
    arrival: wallClock(Date.parse(schedule.plannedArrivalTime), zone),
    departure: wallClock(Date.parse(schedule.plannedDepartureTime), zone),
    startSoC: text(schedule.startSoC),
    targetSoC: text(schedule.targetSoC),
    minimumSoC: text(schedule.minimumSoC),
    priority: schedule.priority === 0 ? '' : text(schedule.priority),
    blockId: schedule.blockId ?? '',
  }
}

/** What a new schedule sends; what is empty is left to the depot's defaults. */
export function postedOf(
  draft: ScheduleDraft,
  zone: string,
): Sent & { plannedArrivalTime: string; plannedDepartureTime: string } {
  return {
    ...Object.fromEntries(
      NUMBERS.flatMap((name) => (draft[name].trim() === '' ? [] : [[name, numberOrText(draft[name])]])),
    ),
    ...(draft.blockId.trim() && { blockId: draft.blockId.trim() }),
    locationUid: draft.locationUid,
    plannedArrivalTime: timestampOf(draft.arrival, zone),
    plannedDepartureTime: timestampOf(draft.departure, zone),
  }
}

/**
 * What a change of a schedule sends: only what was edited, so that a time keeps its seconds and a colleague's other
 * change stays. An emptied value is null.
 */
export function schedulePatchOf(before: ScheduleDraft, after: ScheduleDraft, zone: string): Sent {
  const edited = (name: keyof ScheduleDraft) => before[name].trim() !== after[name].trim()
  return {
    ...Object.fromEntries(
      NUMBERS.filter(edited).map((name) => [name, after[name].trim() === '' ? null : numberOrText(after[name])]),
    ),
    ...(edited('blockId') && { blockId: after.blockId.trim() || null }),
    ...(edited('locationUid') && { locationUid: after.locationUid }),
    ...(edited('arrival') && { plannedArrivalTime: timestampOf(after.arrival, zone) }),
    ...(edited('departure') && { plannedDepartureTime: timestampOf(after.departure, zone) }),
  }
}

/** A draft on what somebody else has stored meanwhile: what was edited stays, the rest is theirs. */
export function draftOnTheirs(before: ScheduleDraft, draft: ScheduleDraft, theirs: ScheduleDraft): ScheduleDraft {
  const names = Object.keys(theirs) as (keyof ScheduleDraft)[]
  const isEdited = (name: keyof ScheduleDraft) => before[name].trim() !== draft[name].trim()
  return Object.fromEntries(names.map((name) => [name, (isEdited(name) ? draft : theirs)[name]])) as ScheduleDraft
}

/** What is no time is sent as it is: the server has the sentence for it. */
function timestampOf(value: string, zone: string): string {
  const instant = instantOfClock(value, zone)
  return instant === null ? value : toTimestamp(instant)
}

function numberOrText(value: string): number {
  const number = numberOf(value)
  return Number.isFinite(number) ? number : (value as unknown as number)
}

/** When the draft's stay would be (epoch ms); null while a time is none. */
export function scheduleInterval(draft: ScheduleDraft, zone: string): { from: number; to: number } | null {
  const [from, to] = [instantOfClock(draft.arrival, zone), instantOfClock(draft.departure, zone)]
  return from === null || to === null ? null : { from, to }
}

/** The first of a vehicle's stays that shares time with `[from, to)`, besides the one that is edited. */
export function overlappedStay(
  stays: readonly EvSchedule[],
  { from, to, except }: { from: number; to: number; except?: string },
): EvSchedule | undefined {
  return stays.find(
    ({ id, plannedArrivalTime, plannedDepartureTime }) =>
      id !== except && Date.parse(plannedArrivalTime) < to && Date.parse(plannedDepartureTime) > from,
  )
}
