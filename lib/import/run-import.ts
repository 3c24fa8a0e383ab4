import type { Location } from '@/lib/contract/location'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { VehicleList } from '@/lib/contract/vehicle'
import { type ApiClient, ImportRefused } from '@/lib/import/api-client'
import { type ImportChanges, importChanges } from '@/lib/import/import-changes'
import type { ImportFile } from '@/lib/import/import-file'
import { shiftToNow } from '@/lib/import/shift-to-now'
import { DAY_MS } from '@/lib/time/interval'

export type ImportOptions = {
  locationUid?: string
  /** Of a location that the import has to make; UTC unless given. */
  timeZone?: string
  shiftToNow: boolean
  now: number
  onProgress: (step: string, done: number, total: number) => void
}

export type ImportSummary = ImportChanges['counts'] & {
  newVehicles: number
  changedVehicles: number
  madeLocations: string[]
  /** What the server refused, a sentence each. */
  refused: string[]
  /** Stays that had departed already and were left out by the server. */
  past: number
}

type BatchAnswer = {
  results: { vehicleId: string; status: number; skipped?: unknown[]; error?: { detail?: string } }[]
}

const BATCH = 20

/**
 * Brings a depot to what the file says, through the public API. Conflicts with what the depot has are found by a dry
 * run before anything is written.
 * @throws ImportRefused when the server refuses; what had been written by then stays, and the same command goes on from there
 */
export async function runImport(api: ApiClient, file: ImportFile, options: ImportOptions): Promise<ImportSummary> {
  const locations = await findLocations(api, file, options)
  const stored = await readStored(api, file, locations.known, options)
  const departures = new Set(
    stored.schedules.map(({ evId, plannedDepartureTime }) => `${evId} ${Date.parse(plannedDepartureTime)}`),
  )
  const schedules = options.shiftToNow
    ? shiftToNow(file.schedules, options.now, locations.timeZone, (id, departure) =>
        departures.has(`${id} ${departure}`),
      )
    : file.schedules
  const changes = importChanges({ ...file, schedules }, stored, options.locationUid)
  await makeLocations(api, locations.missing, options)
  await refuseConflicts(api, changes, new Set(stored.vehicles.map(({ id }) => id)), options)
  await writeVehicles(api, changes, options)
  const { refused, past } = await writeSchedules(api, changes.schedules, options)
  return {
    ...changes.counts,
    newVehicles: changes.newVehicles.length,
    changedVehicles: changes.changedVehicles.length,
    madeLocations: locations.missing,
    refused,
    past,
  }
}

async function findLocations(api: ApiClient, file: ImportFile, { locationUid, timeZone }: ImportOptions) {
  const { locations } = await api<{ locations: Location[] }>('GET', '/locations')
  const named = locationUid
    ? [locationUid]
    : file.schedules.flatMap(({ raw }) => (raw.locationUid ? [raw.locationUid as string] : []))
  const wanted = [...new Set(named)]
  const known = locations.filter(({ id }) => wanted.includes(id))
  const missing = wanted.filter((uid) => !known.some(({ id }) => id === uid))
  return { known: known.map(({ id }) => id), missing, timeZone: known[0]?.timeZone ?? timeZone ?? 'UTC' }
}

async function readStored(api: ApiClient, file: ImportFile, locationUids: string[], options: ImportOptions) {
  const { vehicles } = await api<VehicleList>('GET', '/vehicles')
  const ranges = options.shiftToNow ? [[options.now - 2 * DAY_MS, options.now + 40 * DAY_MS] as const] : rangesOf(file)
  const schedules: EvSchedule[] = []
  for (const uid of locationUids)
    for (const [from, to] of ranges) {
      const answer = await api<{ schedules: EvSchedule[] }>(
        'GET',
        `/locations/${uid}/schedules?from=${from}&to=${to}&plan=false`,
      )
      schedules.push(...answer.schedules)
    }
  return { vehicles: vehicles.map(({ vehicle }) => vehicle), schedules }
}

/** The file's span, in ranges that one call may ask for. */
function rangesOf(file: ImportFile): (readonly [number, number])[] {
  if (file.schedules.length === 0) return []
  const from = file.schedules.reduce((least, { arrival }) => Math.min(least, arrival), Number.POSITIVE_INFINITY)
  const to = file.schedules.reduce((most, { departure }) => Math.max(most, departure), 0)
  const ranges: (readonly [number, number])[] = []
  for (let at = from; at < to; at += 90 * DAY_MS) ranges.push([at, Math.min(at + 90 * DAY_MS, to)])
  return ranges
}

/** Only vehicles that exist can be in conflict with what is stored. */
async function refuseConflicts(
  api: ApiClient,
  { schedules }: ImportChanges,
  existing: Set<string>,
  options: ImportOptions,
): Promise<void> {
  const vehicles = schedules.filter(({ vehicleId }) => existing.has(vehicleId))
  const { refused } = await sendBatches(api, vehicles, '/schedules/batch?dryRun=true', 'Checking', options)
  if (refused.length > 0)
    throw new ImportRefused(
      `No vehicle and no schedule was changed, because the depot refuses this:\n  ${refused.join('\n  ')}`,
    )
}

async function makeLocations(api: ApiClient, uids: string[], { timeZone }: ImportOptions): Promise<void> {
  for (const uid of uids) await api('PUT', `/locations/${uid}`, { name: uid, timeZone: timeZone ?? 'UTC' })
}

async function writeVehicles(
  api: ApiClient,
  { newVehicles, changedVehicles }: ImportChanges,
  { onProgress }: ImportOptions,
): Promise<void> {
  const total = newVehicles.length + changedVehicles.length
  let done = 0
  for (const { id, attributes } of newVehicles) {
    await api('PUT', `/vehicles/${id}`, attributes)
    onProgress('Vehicles', ++done, total)
  }
  for (const { id, attributes } of changedVehicles) {
    await api('PATCH', `/vehicles/${id}`, attributes)
    onProgress('Vehicles', ++done, total)
  }
}

async function writeSchedules(api: ApiClient, vehicles: ImportChanges['schedules'], options: ImportOptions) {
  return sendBatches(api, vehicles, '/schedules/batch', 'Schedules', options)
}

async function sendBatches(
  api: ApiClient,
  vehicles: ImportChanges['schedules'],
  path: string,
  step: string,
  { onProgress }: ImportOptions,
): Promise<{ refused: string[]; past: number }> {
  const total = vehicles.reduce((sum, { schedules }) => sum + schedules.length, 0)
  const refused: string[] = []
  let done = 0
  let past = 0
  for (let at = 0; at < vehicles.length; at += BATCH) {
    const chunk = vehicles.slice(at, at + BATCH)
    const { results } = await api<BatchAnswer>('POST', path, { vehicles: chunk })
    for (const { vehicleId, error, skipped } of results) {
      if (error) refused.push(`${vehicleId}: ${error.detail ?? 'refused'}`)
      past += skipped?.length ?? 0
    }
    done += chunk.reduce((sum, { schedules }) => sum + schedules.length, 0)
    onProgress(step, done, total)
  }
  return { refused, past }
}
