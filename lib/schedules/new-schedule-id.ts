import { randomUUID } from 'node:crypto'

/** A new id for a schedule: `sch_`, the time, and 122 random bits, so that new ids lie side by side in an index. */
export function newScheduleId(): string {
  return `sch_${Date.now().toString(36)}${randomUUID().replaceAll('-', '')}`
}
