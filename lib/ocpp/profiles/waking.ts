import { lastTold } from '@/lib/ocpp/profiles/ceiling'
import { type Ledger, type StationControl, WHOLE_STATION } from '@/lib/ocpp/profiles/control'
import { type Course, constant, highest, lowest, powerAt, switched } from '@/lib/ocpp/profiles/course'
import { type StationInput, toldCourse, type Unit } from '@/lib/ocpp/profiles/unit'

/** A vehicle that draws nothing so long after a pause, as its meter says, does not come back by itself. */
const SLEEPS_AFTER_MS = 3 * 60_000
/** So long it is told all that there is room for. */
const WAKES_FOR_MS = 2 * 60_000
/** What a charger draws for itself. */
const NOTHING_KW = 0.5

/**
 * Notes how a vehicle comes back after a pause. One that does not is woken, once in its visit: it is told all that there
 * is room for; where that does not do and the station may be restarted, its transaction is begun anew. One that wants
 * nothing now is left alone, and one that may be full, because nobody measures its SoC, keeps its transaction.
 */
export function noteWaking(
  control: StationControl,
  unit: Unit,
  { now, allowRestart }: { now: number } & Pick<StationInput, 'allowRestart'>,
): void {
  const ledger = control.ledgers[unit.key]
  if (!ledger || unit.key === WHOLE_STATION) return
  if (!unit.isPlugged) delete ledger.pause
  else if (ledger.pause?.wokenAt === undefined) notePause(ledger, unit, now)
  else noteWoken(ledger.pause, unit, { now, allowRestart })
}

function notePause(ledger: Ledger, unit: Unit, now: number): void {
  const told = lastTold(unit.told)
  if (!told || unit.told.transactionId === undefined) return
  if (powerAt(toldCourse(unit, told), now) <= NOTHING_KW) {
    ledger.pause = {}
    return
  }
  const { pause } = ledger
  if (!pause) return
  if (unit.wants === 'nothing') {
    delete pause.overAt
    return
  }
  pause.overAt ??= now
  const drawn = drawnSince(unit, pause.overAt)
  if (drawn === 'power') delete ledger.pause
  else if (drawn !== null && drawn >= SLEEPS_AFTER_MS) pause.wokenAt = now
}

function noteWoken(
  pause: NonNullable<Ledger['pause']>,
  unit: Unit,
  { now, allowRestart = false }: { now: number } & Pick<StationInput, 'allowRestart'>,
): void {
  if (pause.isBack || pause.restart !== undefined || pause.wokenAt === undefined) return
  const drawn = drawnSince(unit, pause.wokenAt)
  if (drawn === 'power') pause.isBack = true
  else if (allowRestart && unit.wants === 'surely' && now - pause.wokenAt >= WAKES_FOR_MS && drawn !== null)
    pause.restart = 'due'
}

/** Whether the meter has shown power since an instant, else for how long (ms) it has shown none; null: it says nothing. */
function drawnSince({ reading }: Unit, at: number): 'power' | number | null {
  if (!reading || reading.at <= at) return null
  return reading.kw > NOTHING_KW ? 'power' : reading.at - at
}

/**
 * What a unit is to draw: one that is being woken all that is free for it for a while, and never less than its share;
 * and then, whatever is lost, its share.
 */
export function wakingTarget(unit: Unit, target: Course, freeFor: (unit: Unit) => Course, now: number): Course {
  const { pause } = unit.ledger
  const end = (pause?.wokenAt ?? Number.NEGATIVE_INFINITY) + WAKES_FOR_MS
  if (pause?.isBack || now >= end) return target
  return switched(highest(target, lowest(constant(unit.told.fullKw), freeFor(unit))), end, target)
}

/** The evses whose vehicles have not come back after a pause in this visit: they are taken as ones that cannot pause. */
export function cannotPause({ ledgers }: StationControl): string[] {
  return Object.entries(ledgers).flatMap(([key, { pause }]) => (pause?.wokenAt === undefined ? [] : [key]))
}

/** Whether the transaction of an evse is to be begun anew. */
export function isRestartDue({ pause }: Ledger): boolean {
  return pause?.restart === 'due'
}

/** Takes the evses whose transactions are to be begun anew; null: there are none. */
export function takeRestarts(control: StationControl): { control: StationControl; result: string[] } | null {
  const next = structuredClone(control)
  const due = Object.entries(next.ledgers).filter(([, ledger]) => isRestartDue(ledger))
  for (const [, { pause }] of due) if (pause) pause.restart = 'taken'
  return due.length === 0 ? null : { control: next, result: due.map(([key]) => key) }
}

/** Gives back one that was taken and could not be begun: null where its visit is over. */
export function giveBackRestart(
  control: StationControl,
  key: string,
): { control: StationControl; result: true } | null {
  const next = structuredClone(control)
  const pause = next.ledgers[key]?.pause
  if (pause?.restart !== 'taken') return null
  pause.restart = 'due'
  return { control: next, result: true }
}
