import type { Course } from '@/lib/ocpp/profiles/course'
import type { Headroom } from '@/lib/ocpp/profiles/targets'
import type { StationInput } from '@/lib/ocpp/profiles/unit'

/** A depot at one moment, as far as its chargers can be told anything. */
export type DepotInput = {
  now: number
  headroom: Headroom
  /** What flows at outlets that are of none of these stations. */
  others: Course
  stations: readonly StationInput[]
}
