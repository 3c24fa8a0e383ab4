import {
  type DefaultLedger,
  evseOf,
  fallen,
  type Ledger,
  type Order,
  profileId,
  RUNGS,
  type StationControl,
  WHOLE_STATION,
} from '@/lib/ocpp/profiles/control'
import { loseAnswer, loseDefault } from '@/lib/ocpp/profiles/lose-answer'

/** What is sent next to a station: a profile of a unit, or the default profile of an evse. */
export type Sending = { key: string } & ({ order: Order } | { defaultKw: number })

/** How a station took it. `lost`: no answer came; whether it holds is not known. */
export type Taken = 'accepted' | 'refused' | 'timed out' | 'lost'

const MOST_TIMEOUTS = 2

/**
 * Takes what is to be sent next, and notes that it is under way: from then on it counts, whatever becomes of it.
 * @returns null when there is nothing to send
 */
export function takeNext(control: StationControl, now: number): { control: StationControl; sending: Sending } | null {
  const next = structuredClone(control)
  for (const [key, ledger] of Object.entries(next.ledgers)) {
    const { next: order } = ledger
    if (!order || ledger.sent) continue
    delete ledger.next
    ledger.sent = { order, at: now }
    ledger.sentAt = now
    return { control: next, sending: { key, order } }
  }
  for (const [key, ledger] of Object.entries(next.defaults)) {
    const { nextKw: kw } = ledger
    if (kw === undefined || ledger.sent) continue
    delete ledger.nextKw
    ledger.sent = { kw, at: now }
    return { control: next, sending: { key, defaultKw: kw } }
  }
  return null
}

/**
 * What a station's answer means: what it accepted holds, and what was sent before it does not any more; a rung that it
 * refuses, or does not answer twice, is left for the one below.
 * @param isOver the transaction that the profile was for has ended meanwhile: that it is refused says nothing
 * @returns the control after it, and the profiles that are to be cleared
 */
export function settled(
  control: StationControl,
  sending: Sending,
  { taken, now, isOver = false }: { taken: Taken; now: number; isOver?: boolean },
): { control: StationControl; toClear: number[] } {
  const next = structuredClone(control)
  if ('defaultKw' in sending) {
    settleDefault(next, sending.key, sending.defaultKw, taken)
    return cleared(next, (id) => isSharedMaximum(id) && isReplacedByAll(next))
  }
  const { key, order } = sending
  const ledger = next.ledgers[key]
  if (!ledger?.sent) return { control: next, toClear: [] }
  const isCurrent = order.rung === next.rung
  if (taken === 'accepted') {
    const { sentAt, over, pause } = ledger
    next.ledgers[key] = { uncertain: [], sentAt, over, ...(pause && { pause }), confirmed: order, confirmedAt: now }
    next.timeouts = 0
    const replaced = order.rung === 'default' ? next.defaults[key] : undefined
    delete replaced?.uncertainKw
    delete replaced?.sent
    if (!isCurrent) return { control: next, toClear: [] }
    next.isProven = true
    return cleared(next, (id) => isReplaced(next, id, key, order.rung))
  }
  if (taken === 'refused') delete ledger.sent
  else loseAnswer(ledger)
  if (taken === 'timed out') next.timeouts += 1
  const isRefused = (taken === 'refused' && !isOver) || next.timeouts >= MOST_TIMEOUTS
  return { control: isRefused && isCurrent ? fallen(next, now) : next, toClear: [] }
}

/** The control without the profiles that were left and are now to be cleared, and these. */
function cleared(control: StationControl, isToClear: (id: number) => boolean) {
  const toClear = control.leftovers.filter(isToClear)
  return { control: { ...control, leftovers: control.leftovers.filter((id) => !toClear.includes(id)) }, toClear }
}

const isSharedMaximum = (id: number) => id === profileId(WHOLE_STATION, 'station')

/** Without the maximum of its station each evse is held by a profile of its own, as far as it takes one. */
function isReplacedByAll({ rung, ledgers, defaults }: StationControl): boolean {
  const evses = Object.keys({ ...defaults, ...ledgers }).filter((key) => key !== WHOLE_STATION)
  return rung !== 'station' && evses.every((key) => isToldByItself(ledgers[key], defaults[key]))
}

function isToldByItself(ledger: Ledger | undefined, kept: DefaultLedger = {}): boolean {
  if (ledger?.confirmed?.rung === 'default') return true
  return kept.refusedKw === undefined ? kept.confirmedKw !== undefined && !kept.isDoubtful : !ledger?.isUnknown
}

/**
 * Whether profiles stand in for this one, which was left: for the station's maximum one of each evse, else one of the
 * same evse, or of the whole station, on a rung below.
 */
function isReplaced(control: StationControl, id: number, key: string, rung: Order['rung']): boolean {
  if (isSharedMaximum(id)) return isReplacedByAll(control)
  const uppers = RUNGS.slice(0, RUNGS.indexOf(rung)) as Order['rung'][]
  const evse = key === WHOLE_STATION ? evseOf(id) : key
  return uppers.some((upper) => id === profileId(evse, upper))
}

/** A default profile that is accepted takes the place of an order of the rung `default`, and the other way round. */
function settleDefault({ defaults, ledgers }: StationControl, key: string, kw: number, taken: Taken): void {
  const ledger = defaults[key]
  if (!ledger?.sent) return
  if (taken === 'accepted') {
    if (ledgers[key]) ledgers[key] = withoutDefaults(ledgers[key])
    ledger.confirmedKw = kw
    delete ledger.uncertainKw
    delete ledger.refusedKw
    delete ledger.isDoubtful
  } else if (taken === 'refused') ledger.refusedKw = kw
  else loseDefault(ledger)
  delete ledger.sent
}

function withoutDefaults({ confirmed, uncertain, ...ledger }: Ledger): Ledger {
  const isOther = ({ rung }: Order) => rung !== 'default'
  return { ...ledger, uncertain: uncertain.filter(isOther), ...(confirmed && isOther(confirmed) && { confirmed }) }
}

/** After a boot it is not known which profiles hold: all that was told is told again. */
export function doubted(control: StationControl): StationControl {
  const next = structuredClone(control)
  for (const ledger of Object.values(next.ledgers)) ledger.isDoubtful = true
  for (const ledger of Object.values(next.defaults)) {
    ledger.isDoubtful = true
    delete ledger.refusedKw
  }
  return next
}

/** What was told was meant for another time, because the clock was known wrong: it is told again, and nobody disobeyed it. */
export function mistimed(control: StationControl): StationControl {
  const next = doubted(control)
  for (const ledger of Object.values(next.ledgers)) delete ledger.over
  return next
}

/** The connection has ended: what is under way may hold or not. */
export function disconnected(control: StationControl): StationControl {
  const next = structuredClone(control)
  for (const ledger of Object.values(next.ledgers)) loseAnswer(ledger)
  for (const ledger of Object.values(next.defaults)) loseDefault(ledger)
  return next
}
