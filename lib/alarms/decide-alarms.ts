import { ALARM_RULES } from '@/lib/alarms/alarm-rules'
import type { AlarmKind } from '@/lib/contract/alarm'
import type { AlarmAbout } from '@/lib/db/schema/alarm'

/** What people are told of an alarm. */
export type AlarmWords = { about: AlarmAbout; cause: string; advice: string }

/**
 * Something that is wrong now. There is one of a kind and a subject. `since` epoch ms, null: no fact says it.
 * `begins` false: it is too little to begin an alarm, and enough for one to go on.
 */
export type Cause = { kind: AlarmKind; subject: string; begins: boolean; since: number | null } & AlarmWords

/** An alarm that is not over, as it is stored; `raisedAt` null: nobody is told of it yet. Instants epoch ms. */
export type OpenAlarm = {
  key: number
  kind: AlarmKind
  subject: string
  since: number
  noticedAt: number
  raisedAt: number | null
  missingSince: number | null
} & AlarmWords

/** What is to be written: `begin` a row, `keep` one with these values, `clear` one that was raised, `forget` one that was not. */
export type AlarmChange =
  | ({ does: 'begin'; kind: AlarmKind; subject: string; since: number; raisedAt: number | null } & AlarmWords)
  | ({ does: 'keep'; key: number; since: number; raisedAt: number | null; missingSince: number | null } & AlarmWords)
  | { does: 'clear'; key: number }
  | { does: 'forget'; key: number }

/**
 * What becomes of a location's alarms, by what is wrong now. Pure: applied, the same causes at the same moment change
 * nothing more.
 * @param open one at most of a kind and a subject, as of `causes`
 */
export function decideAlarms(open: readonly OpenAlarm[], causes: readonly Cause[], now: number): AlarmChange[] {
  const known = new Map(open.map((alarm) => [identityOf(alarm), alarm]))
  const wrong = new Map(causes.map((cause) => [identityOf(cause), cause]))
  const begun = [...wrong].flatMap(([identity, cause]) =>
    known.has(identity) || !cause.begins ? [] : [begin(cause, now)],
  )
  const others = open.flatMap((alarm) => follow(alarm, wrong.get(identityOf(alarm)), now) ?? [])
  return [...begun, ...others]
}

function identityOf({ kind, subject }: { kind: AlarmKind; subject: string }): string {
  return JSON.stringify([kind, subject])
}

function begin({ kind, subject, since: fact, about, cause, advice }: Cause, now: number): AlarmChange {
  const since = Math.min(fact ?? now, now)
  const raisedAt = hasLasted(kind, { since, noticedAt: now }, now) ? now : null
  return { does: 'begin', kind, subject, since, raisedAt, about, cause, advice }
}

function follow(alarm: OpenAlarm, cause: Cause | undefined, now: number): AlarmChange | null {
  const isRaised = alarm.raisedAt !== null
  if (!cause || !(isRaised || cause.begins)) return isRaised ? miss(alarm, now) : { does: 'forget', key: alarm.key }
  // What a fact says of a cause counts until it is told to people; then the alarm has its beginning.
  const since = isRaised ? alarm.since : Math.min(cause.since ?? alarm.since, now)
  const raisedAt = alarm.raisedAt ?? (hasLasted(alarm.kind, { ...alarm, since }, now) ? now : null)
  return keep(alarm, { ...cause, since, raisedAt, missingSince: null })
}

function miss(alarm: OpenAlarm, now: number): AlarmChange | null {
  const missingSince = alarm.missingSince ?? now
  if (now - missingSince >= ALARM_RULES[alarm.kind].clearsAfterMs) return { does: 'clear', key: alarm.key }
  return keep(alarm, { ...alarm, missingSince })
}

type Kept = Pick<OpenAlarm, 'since' | 'raisedAt' | 'missingSince' | keyof AlarmWords>

/** The alarm with these values; null where it has them already. */
function keep(alarm: OpenAlarm, { since, raisedAt, missingSince, about, cause, advice }: Kept): AlarmChange | null {
  const kept = { since, raisedAt, missingSince, about, cause, advice }
  const isSame = (Object.keys(kept) as (keyof Kept)[]).every(
    (name) => JSON.stringify(sorted(kept[name])) === JSON.stringify(sorted(alarm[name])),
  )
  return isSame ? null : { does: 'keep', key: alarm.key, ...kept }
}

/** The database keeps no order of properties. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function hasLasted(kind: AlarmKind, { since, noticedAt }: { since: number; noticedAt: number }, now: number): boolean {
  const { afterMs, seenMs } = ALARM_RULES[kind]
  return now - since >= afterMs && now - noticedAt >= seenMs
}
