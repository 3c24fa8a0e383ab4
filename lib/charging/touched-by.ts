import type { JudgedEvent } from '@/lib/charging/judged-event'
import type { Touched } from '@/lib/charging/load-window'

/** The time in which something changes of each vehicle: by events of its own, and by those at its connector. */
export function touchedBy(events: readonly JudgedEvent[], occupants: readonly Touched[]): Touched[] {
  const own = events.flatMap(({ event: { timestamp }, vehicle }): Touched[] =>
    vehicle ? [{ vehicleKey: vehicle.key, from: timestamp, to: timestamp }] : [],
  )
  const touched = new Map<number, Touched>()
  for (const { vehicleKey, from, to } of [...own, ...occupants]) {
    const known = touched.get(vehicleKey)
    touched.set(vehicleKey, {
      vehicleKey,
      from: Math.min(known?.from ?? from, from),
      to: Math.max(known?.to ?? to, to),
    })
  }
  return [...touched.values()]
}
