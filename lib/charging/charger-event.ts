import type { EVENT_TYPES } from '@/lib/contract/charging-event'

/** `claim-ended` is the registry's own word: the address that the events name is not this vehicle's any more. */
export type EventType = (typeof EVENT_TYPES)[number] | 'claim-ended'

/** Where a vehicle is connected; null where it was not said. */
export type Place = {
  locationUid: string | null
  stationId: string | null
  evseId: string | null
  connectorId: string | null
}

/**
 * A stored event of one vehicle as decisions see it, with its values as they were sent. `at` epoch ms, SoC percent,
 * energy since the transaction began and the meter's lifetime register in kWh.
 */
export type ChargerEvent = Place & {
  id: string
  type: EventType
  at: number
  /** The time is that of the receipt, because the charger's clock was wrong. */
  estimated: boolean
  macAddress: string | null
  transactionId: string | null
  soc: number | null
  powerKw: number | null
  energyKwh: number | null
  meterKwh: number | null
}

/** What happened at a connector besides the events of the vehicle there. */
export type PlaceEvent = Place & { at: number; what: 'available' | 'occupied' | 'taken' }

/** What happens at one moment happens in this order. */
const RANK: Record<EventType, number> = {
  'ev-connected': 0,
  v2icp: 1,
  'charging-started': 2,
  meter: 3,
  'charging-stopped': 4,
  'ev-disconnected': 5,
  'connector-status': 6,
  'claim-ended': 7,
}

/** The one order of events, whatever the order in which they came in: by time, then by type, then by id. */
export function inOrder<T extends Pick<ChargerEvent, 'at' | 'type' | 'id'>>(events: readonly T[]): T[] {
  return events.toSorted((a, b) => a.at - b.at || RANK[a.type] - RANK[b.type] || (a.id < b.id ? -1 : 1))
}

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

/** Whether two messages cannot be about one connector. */
export function isElsewhere(a: Place, b: Place): boolean {
  return (
    differ(a.locationUid, b.locationUid) ||
    differ(a.stationId, b.stationId) ||
    differ(a.evseId, b.evseId) ||
    differ(a.connectorId, b.connectorId)
  )
}

/**
 * Whether what is heard of a connector is about this one for certain: the same station, and the same evse, or, where no
 * evse is named, the same connector. A station alone may have several, and connector 0 of OCPP 1.6 is the station itself.
 * What is heard of a station whose location is not known is not about one whose is: two depots may have stations of one name.
 */
export function isSameConnector(a: Place, heard: Place): boolean {
  if (isElsewhere(a, heard) || a.stationId !== heard.stationId) return false
  if (a.locationUid !== null && heard.locationUid === null) return false
  if (a.evseId !== null && heard.evseId !== null) return true
  return a.evseId === null && heard.evseId === null && a.connectorId !== null && a.connectorId === heard.connectorId
}
