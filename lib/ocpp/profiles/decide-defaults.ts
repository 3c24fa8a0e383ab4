import { BAND } from '@/lib/ocpp/profiles/choose-order'
import type { DefaultLedger, Ledger } from '@/lib/ocpp/profiles/control'
import { constant, powerAt } from '@/lib/ocpp/profiles/course'
import { folded } from '@/lib/ocpp/profiles/fold'
import type { StationInput } from '@/lib/ocpp/profiles/unit'

/** The default profile of each evse: at the safe power, where evses are steered by transaction. */
export function decideDefaults({ control, evses, safeKw, rateUnit: unit, isOnline }: StationInput): void {
  for (const { evseId, isPlugged } of evses) {
    const key = String(evseId)
    const ledger = control.defaults[key] ?? {}
    control.defaults[key] = ledger
    delete ledger.nextKw
    if (!isOnline || control.rung !== 'transaction' || ledger.sent) continue
    if (isPlugged && holdsPlan(control.ledgers[key])) continue
    const kw = powerAt(folded(constant(safeKw), { now: 0, unit }).course, 0)
    if (isDefaultToSend(ledger, kw)) ledger.nextKw = kw
  }
}

/** A vehicle's plan is its default profile, until the station has taken another profile for it. */
function holdsPlan({ confirmed, uncertain = [], sent }: Partial<Ledger> = {}): boolean {
  return [confirmed, ...uncertain, sent?.order].some((order) => order?.rung === 'default')
}

function isDefaultToSend({ confirmedKw, uncertainKw, refusedKw, isDoubtful }: DefaultLedger, kw: number): boolean {
  if (refusedKw === kw) return false
  if (isDoubtful || uncertainKw !== undefined || confirmedKw === undefined) return true
  return kw < confirmedKw || kw > confirmedKw * (1 + BAND)
}
