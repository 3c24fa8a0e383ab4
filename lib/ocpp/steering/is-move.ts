import { highestRead } from '@/lib/charging/plausibility/believe-power'
import { drawsMore } from '@/lib/ocpp/profiles/draws-more'
import type { StationState } from '@/lib/stations/station-state'

/**
 * Whether a message has changed what may be drawn at a station: a vehicle came or went, a transaction began or ended, or
 * a vehicle draws more than its evse was told (`toldKw` by evse number, absent: not known).
 */
export function isMove(before: StationState, after: StationState, toldKw: (evseId: string) => number | undefined) {
  const evses = new Set([...Object.keys(before.evses), ...Object.keys(after.evses)])
  return [...evses].some((evseId) => {
    const [old, next] = [before.evses[evseId], after.evses[evseId]]
    if (old?.pluggedAt !== next?.pluggedAt || old?.transaction?.id !== next?.transaction?.id) return true
    if (old?.identity?.macAddress !== next?.identity?.macAddress) return true
    const kw = next?.reading?.powerKw
    const limitKw = toldKw(evseId)
    if (kw === undefined || limitKw === undefined || next?.reading?.at === old?.reading?.at) return false
    return drawsMore(highestRead(kw, null) ?? 0, limitKw)
  })
}
