import type { z } from 'zod'
import { IN_OUR_WORDS } from '@/lib/contract/issue-sentence'
import { Id } from '@/lib/contract/primitives'
import { Limits, PostedSchedule } from '@/lib/contract/schedule'
import { fractionalSocs } from '@/lib/contract/soc-fractions'
import { VehicleInput } from '@/lib/contract/vehicle'
import { DAY_MS } from '@/lib/time/interval'

/** One vehicle of an import file: the contract's attributes and its id. */
export type ImportVehicle = { id: string; attributes: z.input<typeof VehicleInput> }
/** One stay of an import file, instants in epoch ms. `raw` is what goes to the API but for the times and the location. */
export type ImportSchedule = {
  vehicleId: string
  arrival: number
  departure: number
  raw: Record<string, unknown>
}
export type ImportFile = { vehicles: ImportVehicle[]; schedules: ImportSchedule[] }
/** A row that cannot be loaded: where it is in the file, and a sentence for each fault. */
export type BadRow = { row: string; faults: string[] }

const VehicleRow = VehicleInput.extend({ id: Id })
const ScheduleRow = PostedSchedule.extend({ vehicleId: Id })

/**
 * Reads an import file `{ vehicles: [...], schedules: [...] }` against the contract's own schemas.
 * @returns the rows that can be loaded and every row that cannot
 * @throws Error with a sentence when it is no such file at all
 */
export function readImportFile(text: string): { file: ImportFile; badRows: BadRow[] } {
  const { vehicles, schedules } = readLists(text)
  const badRows: BadRow[] = []
  const file: ImportFile = { vehicles: [], schedules: [] }
  vehicles.forEach((value, index) => {
    const row = `vehicles[${index}]`
    const parsed = VehicleRow.safeParse(value, IN_OUR_WORDS)
    if (!parsed.success) badRows.push({ row: named(row, value, 'id'), faults: sentences(parsed.error) })
    else if (file.vehicles.some(({ id }) => id === parsed.data.id))
      badRows.push({ row: named(row, value, 'id'), faults: [`id: ${parsed.data.id} is in the file a second time`] })
    else file.vehicles.push({ id: parsed.data.id, attributes: withoutId(value as ImportVehicle['attributes']) })
  })
  schedules.forEach((value, index) => {
    const row = named(`schedules[${index}]`, value, 'vehicleId')
    const parsed = ScheduleRow.safeParse(value, IN_OUR_WORDS)
    const faults = parsed.success ? impossibilities(parsed.data) : sentences(parsed.error)
    if (faults.length > 0 || !parsed.success) badRows.push({ row, faults })
    else file.schedules.push(scheduleOf(parsed.data, value as Record<string, unknown>))
  })
  return { file, badRows: [...badRows, ...overlapping(file)] }
}

function readLists(text: string): { vehicles: unknown[]; schedules: unknown[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Error(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { vehicles = [], schedules = [] } = Object(json) as Record<string, unknown>
  if (!Array.isArray(vehicles) || !Array.isArray(schedules) || vehicles.length + schedules.length === 0)
    throw new Error('The file must be an object with the arrays "vehicles" and "schedules", and hold at least one row.')
  return { vehicles, schedules }
}

function scheduleOf(parsed: z.output<typeof ScheduleRow>, raw: Record<string, unknown>): ImportSchedule {
  const { vehicleId, plannedArrivalTime, plannedDepartureTime } = parsed
  const { vehicleId: _v, plannedArrivalTime: _a, plannedDepartureTime: _d, locationUid: _l, ...rest } = raw
  const locationUid = parsed.locationUid ? { locationUid: parsed.locationUid } : {}
  return { vehicleId, arrival: plannedArrivalTime, departure: plannedDepartureTime, raw: { ...rest, ...locationUid } }
}

function withoutId({
  id: _id,
  ...attributes
}: ImportVehicle['attributes'] & { id?: string }): ImportVehicle['attributes'] {
  return attributes
}

function impossibilities(row: z.output<typeof ScheduleRow>): string[] {
  return [...timeFaults(row), ...fractionalSocs(row).map(({ path, message }) => `${path}: ${message}`)]
}

function timeFaults({ plannedArrivalTime, plannedDepartureTime }: z.output<typeof ScheduleRow>): string[] {
  if (plannedDepartureTime <= plannedArrivalTime) return ['plannedDepartureTime: must be later than plannedArrivalTime']
  if (plannedDepartureTime - plannedArrivalTime > Limits.stayDays * DAY_MS)
    return [`plannedDepartureTime: must be at most ${Limits.stayDays} days after plannedArrivalTime`]
  return []
}

/** Two stays of one vehicle at one moment: the later row is the bad one, and leaves the file. */
function overlapping(file: ImportFile): BadRow[] {
  const ordered = [...file.schedules].sort((a, b) =>
    a.vehicleId < b.vehicleId ? -1 : a.vehicleId > b.vehicleId ? 1 : a.arrival - b.arrival,
  )
  const bad = new Map<ImportSchedule, string>()
  let last: ImportSchedule | undefined
  for (const schedule of ordered) {
    if (
      last &&
      last.vehicleId === schedule.vehicleId &&
      schedule.arrival < last.departure &&
      !('recurrenceRule' in schedule.raw)
    )
      bad.set(schedule, `overlaps the stay of this vehicle that arrives ${new Date(last.arrival).toISOString()}`)
    else last = schedule
  }
  file.schedules = file.schedules.filter((schedule) => !bad.has(schedule))
  return [...bad].map(([{ vehicleId, arrival }, fault]) => ({
    row: `the stay of ${vehicleId} that arrives ${new Date(arrival).toISOString()}`,
    faults: [fault],
  }))
}

function sentences(error: z.ZodError): string[] {
  return error.issues.map(({ path, message, code, input }) => {
    const missing = code === 'invalid_type' && input === undefined
    return `${path.join('.') || 'row'}: ${missing ? 'is missing' : message}`
  })
}

function named(row: string, value: unknown, key: string): string {
  const name = (Object(value) as Record<string, unknown>)[key]
  return typeof name === 'string' ? `${row} (${name})` : row
}
