import type { ShownControl } from '@/lib/db/schema/station'
import { type DefaultLedger, type Ledger, type StationControl, WHOLE_STATION } from '@/lib/ocpp/profiles/control'
import { cannotPause } from '@/lib/ocpp/profiles/waking'
import { SHARED_LIMIT } from '@/lib/stations/told-steps'

/**
 * What the registry shows of how a station is steered: the rung that works, and what each evse has accepted on it. What
 * an evse was told on a rung that was left is not shown: another profile stands in for it. The maximum that the evses of
 * a station share is shown under a number of its own.
 */
export function shownControl(control: StationControl): ShownControl {
  const { rung, isProven, ledgers, defaults } = control
  const limits: ShownControl['limits'] = {}
  const hasDefaults = rung === 'transaction' || rung === 'default'
  for (const key of new Set([...Object.keys(ledgers), ...Object.keys(defaults)])) {
    if (key === WHOLE_STATION && rung !== 'station') continue
    const limit = limitOf(rung, ledgers[key], hasDefaults ? defaults[key] : undefined)
    if (limit) limits[key === WHOLE_STATION ? SHARED_LIMIT : key] = limit
  }
  const safeKw = isProven && hasDefaults ? safePower(defaults) : undefined
  const unpausable = cannotPause(control)
  return {
    ...((isProven || rung === 'none') && { steerable: rung }),
    ...(safeKw !== undefined && { safeKw }),
    ...(unpausable.length > 0 && { cannotPause: unpausable }),
    limits,
  }
}

/** The highest of the default profiles that were accepted: so much its evses may draw when nothing else is said. */
function safePower(defaults: StationControl['defaults']): number | undefined {
  const accepted = Object.values(defaults).flatMap(({ confirmedKw }) => confirmedKw ?? [])
  return accepted.length > 0 ? Math.max(...accepted) : undefined
}

function limitOf(rung: StationControl['rung'], ledger: Ledger | undefined, { confirmedKw }: DefaultLedger = {}) {
  const order = ledger?.confirmed
  if (!order || order.rung !== rung)
    return confirmedKw === undefined ? null : { course: [{ from: 0, kw: confirmedKw }] }
  const { course, transactionId, until } = order
  return {
    course: [...course],
    ...(transactionId !== undefined && { transactionId }),
    ...(until !== undefined && { until }),
    ...(confirmedKw !== undefined && { afterKw: confirmedKw }),
  }
}
