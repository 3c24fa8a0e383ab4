import type { Segment } from '@/lib/contract/plan'
import { givenShare, storedShare } from '@/lib/stays/arriving-share'
import { elapsedSegments } from '@/lib/stays/delivered'
import { deliveredMaxKw } from '@/lib/stays/delivered-max'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { connectedMaxKw } from '@/lib/stays/standing'

/** What the chargers metered in a stay (undefined: nothing yet) and read lately, as `DepotStay` has it. */
type Metered = { charged: Segment[] | undefined; readings: DepotStay['readings'] }

/** A stay with what was metered in it, and what that has shown of what is delivered. */
export function deliveredTo(stay: DepotStay, { charged, readings }: Metered, now: number): DepotStay {
  if (!charged) return { ...stay, readings }
  const maxPowerKw = connectedMaxKw(stay)
  const ordered = elapsedSegments(stay.elapsed, stay.incumbent?.plan.segments ?? [], now)
  return {
    ...stay,
    charged,
    readings,
    deliveredMaxKw: maxPowerKw === null ? null : deliveredMaxKw(charged, ordered, maxPowerKw, now),
    arriving: {
      given: givenShare(charged, ordered),
      stored: storedShare(charged, stay.measured, stay.vehicle.batterySizeKwh),
    },
  }
}
