import { call } from '@/app/(depot)/_data/call'

/** A stay as it was seen: on that departure alone it swaps. */
export type SeenStay = { id: string; plannedDepartureTime: string }

/** Swaps on the departures that were seen. @returns the way back, on those that it made */
export async function swapDuties(one: SeenStay, other: SeenStay): Promise<() => Promise<unknown>> {
  const swapAt = (own: string, its: string) => {
    const schedules = [
      { id: one.id, plannedDepartureTime: own },
      { id: other.id, plannedDepartureTime: its },
    ]
    return call('swapSchedules', 'POST /schedules/swap', { body: { schedules } })
  }
  await swapAt(one.plannedDepartureTime, other.plannedDepartureTime)
  return () => swapAt(other.plannedDepartureTime, one.plannedDepartureTime)
}
