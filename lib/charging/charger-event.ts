import type { EVENT_TYPES } from '@/lib/contract/charging-event'

export type EventType = (typeof EVENT_TYPES)[number]

/** A stored event of one vehicle as decisions see it. `at` epoch ms, SoC percent, energy since the transaction began. */
export type ChargerEvent = {
  id: string
  type: EventType
  at: number
  locationUid: string | null
  stationId: string | null
  evseId: string | null
  connectorId: string | null
  transactionId: string | null
  soc: number | null
  powerKw: number | null
  energyKwh: number | null
}

/** What happens at one moment happens in this order. */
const RANK: Record<EventType, number> = {
  'ev-connected': 0,
  v2icp: 1,
  'charging-started': 2,
  meter: 3,
  'charging-stopped': 4,
  'ev-disconnected': 5,
  'connector-status': 6,
}

/** The one order of events, whatever the order in which they came in: by time, then by type, then by id. */
export function inOrder(events: readonly ChargerEvent[]): ChargerEvent[] {
  return events.toSorted((a, b) => a.at - b.at || RANK[a.type] - RANK[b.type] || (a.id < b.id ? -1 : 1))
}
