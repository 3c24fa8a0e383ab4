import type { ShownControl } from '@/lib/db/schema/station'
import type { StationControl } from '@/lib/ocpp/profiles/control'

/** What the registry shows of how a station is steered: the rung that works, and what each evse has accepted. */
export function shownControl({ rung, isProven, ledgers, defaults }: StationControl): ShownControl {
  const limits: ShownControl['limits'] = {}
  for (const [key, { confirmed }] of Object.entries(ledgers)) {
    if (!confirmed) continue
    const afterKw = defaults[key]?.confirmedKw
    const { course, until } = confirmed
    limits[key] = {
      course: [...course],
      ...(until !== undefined && { until }),
      ...(afterKw !== undefined && { afterKw }),
    }
  }
  for (const [key, { confirmedKw }] of Object.entries(defaults))
    if (confirmedKw !== undefined) limits[key] ??= { course: [{ from: 0, kw: confirmedKw }] }
  return { ...((isProven || rung === 'none') && { steerable: rung }), limits }
}
