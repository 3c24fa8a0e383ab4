import { messageWords } from '@/components/format/refusal-words'
import type { Text } from '@/components/messages/text'
import type { Alarm, AlarmDetails } from '@/lib/contract/alarm'
import { alarmAdvice } from '@/lib/contract/sentences'

type Words = Pick<Alarm, 'kind' | 'cause' | 'details'>

/** What is wrong and why, in the reader's language; of an alarm that says no details the server's sentence. */
export function alarmCause({ kind, cause, details }: Words, text: Text): string {
  if (!details) return cause
  const why = details.reason && text(`reason.${details.reason}`)
  switch (kind) {
    case 'vehicle.will-miss':
      return [missWords(details, text), why].filter(Boolean).join(' ')
    case 'vehicle.falls-behind':
      return details.deliveredPercent === undefined
        ? text('alarm.cause.behindUnknown')
        : text('alarm.cause.behind', { percent: details.deliveredPercent })
    case 'vehicle.not-charging':
      return why ?? text('reason.not-charging')
    case 'vehicle.not-plugged-in':
      return text('reason.not-plugged-in')
    case 'limit.exceeded':
      return text('alarm.cause.limit', { measured: details.measuredkW ?? 0, limit: details.limitkW ?? 0 })
    case 'station.fault':
      return text('alarm.cause.fault', { faults: (details.faults ?? []).join(', ') })
    case 'station.offline':
      return details.vehicles
        ? `${text('alarm.cause.offline')} ${text('alarm.cause.standing', { count: details.vehicles })}`
        : text('alarm.cause.offline')
    case 'import.refused':
      return importWords(details, text)
  }
}

/** What to do about it, in the reader's language. */
export function alarmAdviceWords({ kind, details }: Words, text: Text): string {
  return text(`advice.${alarmAdvice(kind, details?.reason)}`)
}

function missWords({ predictedSoC, neededSoC, neededIsMinimum }: AlarmDetails, text: Text): string {
  if (predictedSoC === undefined || neededSoC === undefined) return text('alarm.cause.missUnknown')
  return text(neededIsMinimum ? 'alarm.cause.missMinimum' : 'alarm.cause.miss', {
    predicted: predictedSoC,
    needed: neededSoC,
  })
}

function importWords({ importName: name, leftOut: count = 0, firstLeftOut: row }: AlarmDetails, text: Text): string {
  const left =
    name === undefined ? text('alarm.cause.import', { count }) : text('alarm.cause.importNamed', { count, name })
  return row === undefined
    ? left
    : `${left} ${text(count === 1 ? 'alarm.cause.importOne' : 'alarm.cause.importFirst', { row: messageWords(row, { text }) ?? row })}`
}
