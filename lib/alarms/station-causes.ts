import type { Cause } from '@/lib/alarms/decide-alarms'
import { ADVICE_SENTENCES, alarmAdvice } from '@/lib/contract/sentences'

/** A fault as a station or its connector reports it; evse absent: of the whole station. `since` epoch ms. */
export type ReportedFault = { stationId: string; evseId?: string; place: string; code: string; since: number }

/** A station that was connected once and is not now. `since` epoch ms: its last word. */
export type OfflineStation = { stationId: string; name: string; since: number; vehicles: number }

/** What is wrong with the charging stations: an evse with several faults is one cause, of the oldest. */
export function stationCauses(offline: readonly OfflineStation[], faults: readonly ReportedFault[]): Cause[] {
  const places = new Map<string, ReportedFault[]>()
  for (const fault of faults) {
    const subject = JSON.stringify([fault.stationId, fault.evseId ?? null])
    places.set(subject, [...(places.get(subject) ?? []), fault])
  }
  return [...offline.map(offlineCause), ...[...places].map(([subject, of]) => faultCause(subject, of))]
}

function offlineCause({ stationId, name, since, vehicles }: OfflineStation): Cause {
  const standing =
    vehicles === 0 ? '' : ` ${vehicles === 1 ? 'A vehicle is' : `${vehicles} vehicles are`} plugged in there.`
  return {
    ...{ kind: 'station.offline', subject: JSON.stringify([stationId]), begins: true, since },
    about: { stationId, place: name, details: { vehicles } },
    cause: `The charger is not connected.${standing}`,
    advice: ADVICE_SENTENCES[alarmAdvice('station.offline')],
  }
}

function faultCause(subject: string, faults: readonly ReportedFault[]): Cause {
  const [oldest] = [...faults].sort((a, b) => a.since - b.since || (a.code < b.code ? -1 : 1))
  if (!oldest) throw new Error('A group has a member.')
  const { stationId, evseId, place, since } = oldest
  const codes = [...new Set(faults.map(({ code }) => code))].sort()
  return {
    ...{ kind: 'station.fault', subject, begins: true, since },
    about: { stationId, ...(evseId !== undefined && { evseId }), place, details: { faults: codes } },
    cause: `The charger reports a fault: ${codes.join(', ')}.`,
    advice: ADVICE_SENTENCES[alarmAdvice('station.fault')],
  }
}
