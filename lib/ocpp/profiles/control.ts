import type { Course } from '@/lib/ocpp/profiles/course'
import { DAY_MS } from '@/lib/time/interval'

/**
 * How a station follows a limit, best first: a profile for the transaction, the default profile of an evse, the maximum
 * of the station shared among its evses, or not at all.
 */
export const RUNGS = ['transaction', 'default', 'station', 'none'] as const
export type Rung = (typeof RUNGS)[number]

/** What is sent to a station as one charging profile. */
export type Order = {
  rung: Exclude<Rung, 'none'>
  /** The transaction that it is for (rung `transaction`). */
  transactionId?: string
  /** From when it was made. */
  course: Course
  /** When it ends, and the default profile holds; absent: never. */
  until?: number
  /** From then on the course is less exact than the plan, because a station holds so many periods; sent again before. */
  exactUntil?: number
}

/** What one evse, or a whole station where its evses share a maximum, was told. Instants epoch ms. */
export type Ledger = {
  /** What the station has accepted last. */
  confirmed?: Order
  confirmedAt?: number
  /** What was sent since, of which it is not known whether it holds. */
  uncertain: Order[]
  /** So many answers were lost that anything may hold, from no power to all. */
  isUnknown?: boolean
  /** What is to be sent. */
  next?: Order
  /** What was sent and waits for its answer, and since when. */
  sent?: { order: Order; at: number }
  /** When a profile was sent last. */
  sentAt?: number
  /** It draws more than it was told: since when, and when it was told again. */
  over?: { since: number; toldAgainAt: number }
  /** What it was told may not hold any more: the station has booted. */
  isDoubtful?: boolean
  /**
   * Its vehicle was told to pause in this visit: since when that is over, when it was woken because it did not draw
   * again, whether it has come back, and whether its transaction is to be begun anew.
   */
  pause?: { overAt?: number; wokenAt?: number; isBack?: boolean; restart?: 'due' | 'taken' }
}

/** The default profile of an evse, which holds what it may draw when it is told nothing (kW). */
export type DefaultLedger = {
  confirmedKw?: number
  /** Sent, without an answer so far. */
  uncertainKw?: number
  nextKw?: number
  sent?: { kw: number; at: number }
  /** The station does not take this value. */
  refusedKw?: number
  /** It may not hold any more: the station has booted. */
  isDoubtful?: boolean
}

/** What a station was told and what was learned about how it follows: the row that every process reads and writes. */
export type StationControl = {
  rung: Rung
  /** The rung was accepted once; absent: it is not known yet whether it works. */
  isProven: boolean
  /** Time-outs in a row. */
  timeouts: number
  /** When the rung was learned, and with which firmware. */
  learnedAt: number
  firmware?: string
  /** By evse number; `0`: the station's maximum. */
  ledgers: Record<string, Ledger>
  defaults: Record<string, DefaultLedger>
  /** Profiles of rungs that were left, to be cleared when a profile that stands in for them is accepted. */
  leftovers: number[]
}

export function newControl(now: number, firmware?: string): StationControl {
  return {
    ...{ rung: 'transaction', isProven: false, timeouts: 0, learnedAt: now, firmware },
    ...{ ledgers: {}, defaults: {}, leftovers: [] },
  }
}

/** The number of the ledger that is the station's as a whole. */
export const WHOLE_STATION = '0'

/** One profile id for each evse and purpose, so that a profile is replaced and never piled up. */
const PURPOSES = { transaction: 1, default: 2, station: 3 } as const

export function profileId(ledgerKey: string, rung: keyof typeof PURPOSES): number {
  return Number(ledgerKey) * 10 + PURPOSES[rung]
}

/** The number of the ledger that a profile belongs to. */
export function evseOf(profile: number): string {
  return String(Math.floor(profile / 10))
}

/** The rung below the present one, which has turned out not to work. */
export function fallen(control: StationControl, now: number): StationControl {
  const { rung } = control
  if (rung === 'none') return control
  const leftovers = Object.keys(control.ledgers).map((key) => profileId(key, rung))
  const next = RUNGS[RUNGS.indexOf(rung) + 1] ?? 'none'
  // What was accepted on it before the ladder was tried again holds still, and is not sent again.
  const isProven = Object.values(control.ledgers).some(({ confirmed }) => confirmed?.rung === next)
  return {
    ...control,
    ...{ rung: next, isProven, timeouts: 0, learnedAt: now },
    leftovers: [...new Set([...control.leftovers, ...leftovers])],
    ledgers: Object.fromEntries(Object.entries(control.ledgers).map(([key, ledger]) => [key, afterFall(ledger)])),
  }
}

/** What was told by the upper rung still counts; nothing of it waits to be sent. */
function afterFall({ next: _next, over: _over, ...ledger }: Ledger): Ledger {
  return ledger
}

const WEEK_MS = 7 * DAY_MS

/** A rung is remembered until the firmware changes, and the ladder is tried again once a week. */
export function refreshed(control: StationControl, firmware: string | undefined, now: number): StationControl {
  const isOther = firmware !== undefined && control.firmware !== undefined && firmware !== control.firmware
  const isOld = control.rung !== 'transaction' && now - control.learnedAt >= WEEK_MS
  const known = firmware === undefined || firmware === control.firmware ? control : { ...control, firmware }
  if (!isOther && !isOld) return known
  return { ...climbed(known), rung: 'transaction', isProven: false, timeouts: 0, learnedAt: now }
}

/**
 * What is known of the profiles of a station that is told from the top of the ladder again: the default profiles have
 * held the plan, or were cleared for the station's maximum, which is now to be cleared in its turn.
 */
function climbed(control: StationControl): StationControl {
  const { rung, ledgers, defaults, leftovers } = control
  if (rung === 'transaction') return control
  const doubtful = Object.fromEntries(Object.keys(defaults).map((key) => [key, { isDoubtful: true }]))
  if (rung === 'default') return { ...control, defaults: doubtful }
  return {
    ...control,
    defaults: doubtful,
    ledgers: Object.fromEntries(Object.keys(ledgers).map((key) => [key, { uncertain: [], isUnknown: true }])),
    leftovers: [...new Set([...leftovers, profileId(WHOLE_STATION, 'station')])],
  }
}
