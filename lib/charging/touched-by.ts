import type { JudgedEvent } from '@/lib/charging/judged-event'
import type { Touched } from '@/lib/charging/load-window'

/** The time in which these events change something of each vehicle. */
export function touchedBy(events: readonly JudgedEvent[]): Touched[] {
  const touched = new Map<number, Touched>()
  for (const { event, vehicle } of events) {
    if (!vehicle) continue
    const { from, to } = touched.get(vehicle.key) ?? { from: event.timestamp, to: event.timestamp }
    touched.set(vehicle.key, {
      vehicleKey: vehicle.key,
      from: Math.min(from, event.timestamp),
      to: Math.max(to, event.timestamp),
    })
  }
  return [...touched.values()]
}
