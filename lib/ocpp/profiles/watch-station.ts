import { lastTold } from '@/lib/ocpp/profiles/ceiling'
import { fallen, refreshed, type StationControl } from '@/lib/ocpp/profiles/control'
import { drawsMore } from '@/lib/ocpp/profiles/draws-more'
import { loseAnswer, loseDefault } from '@/lib/ocpp/profiles/lose-answer'
import { type StationInput, toldAt, type Unit, unitsOf } from '@/lib/ocpp/profiles/unit'
import { noteWaking } from '@/lib/ocpp/profiles/waking'

const DISOBEYED_MS = 30_000
/** An answer that is out longer than this will not come: a call of ours waits 30 s. */
const LOST_MS = 45_000

/** A station with what time and its readings say of its control; a copy, to write into. */
export function watchStation(station: StationInput, now: number): StationInput {
  let control = structuredClone(refreshed(station.control, station.control.firmware, now))
  const isLost = ({ sent }: { sent?: { at: number } }) => sent !== undefined && now - sent.at >= LOST_MS
  for (const ledger of Object.values(control.ledgers)) {
    delete ledger.next
    if (isLost(ledger)) loseAnswer(ledger)
  }
  for (const ledger of Object.values(control.defaults)) if (isLost(ledger)) loseDefault(ledger)
  const units = unitsOf({ ...station, control })
  for (const unit of units) {
    noteObedience(control, unit, now)
    noteWaking(control, unit, { now, allowRestart: station.allowRestart })
  }
  const isDisobeyed = units.some(({ key }) => {
    const over = control.ledgers[key]?.over
    const reading = units.find((unit) => unit.key === key)?.reading
    return over && reading && reading.at - over.since >= DISOBEYED_MS && over.toldAgainAt > over.since
  })
  if (isDisobeyed) control = structuredClone(fallen(control, now))
  return { ...station, control }
}

/** Whether an evse draws what it was told, by a reading that came after it had accepted that. */
function noteObedience(control: StationControl, unit: Unit, now: number): void {
  const ledger = control.ledgers[unit.key]
  if (!ledger) return
  const { reading } = unit
  const isLater = reading !== undefined && reading.at > (ledger.confirmedAt ?? Number.POSITIVE_INFINITY)
  if (!isLater || !unit.isPlugged || !lastTold(unit.told)) {
    if (!unit.isPlugged) delete ledger.over
    return
  }
  const toldKw = toldAt(unit, reading.at)
  const isOver = drawsMore(reading.kw, toldKw)
  if (!isOver) delete ledger.over
  else if (!ledger.over) {
    ledger.over = { since: reading.at, toldAgainAt: 0 }
    ledger.isDoubtful = true
  } else if (ledger.over.toldAgainAt === 0 && !ledger.isDoubtful) ledger.over.toldAgainAt = now
}
