import type { ReadEvent } from '@/lib/charging/read-events'
import type { KnownVehicle } from '@/lib/charging/recognise'

/** A valid event with the vehicle that it is about, as far as that is known, where, and within what its id is unique. */
export type JudgedEvent = ReadEvent & { vehicle: KnownVehicle | null; locationUid: string | null; scope: string }
