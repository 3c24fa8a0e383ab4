import type { KnownVehicle } from '@/lib/charging/recognise'
import type { ChargingEvent } from '@/lib/contract/charging-event'

/** A valid event with whom it is about, as far as that is known, and where. */
export type JudgedEvent = { event: ChargingEvent; vehicle: KnownVehicle | null; locationUid: string | null }
