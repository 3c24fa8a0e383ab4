import type { ReadinessReason } from '@/lib/contract/readiness'
import type { Place } from '@/lib/stations/list-places'

/** OCPP 1.6's words for a vehicle that is plugged in and draws nothing. */
const BY_STATUS: Record<string, ReadinessReason> = {
  preparing: 'not-begun',
  finishing: 'session-ended',
  suspendedev: 'vehicle-takes-nothing',
  suspendedevse: 'charger-gives-nothing',
}

/** Why a vehicle that is plugged in does not charge, as far as its charger says it. */
export function obstacleOf(place: Place | null): ReadinessReason | null {
  if (!place) return null
  if (!place.online) return 'charger-offline'
  return BY_STATUS[place.status?.toLowerCase() ?? ''] ?? null
}
