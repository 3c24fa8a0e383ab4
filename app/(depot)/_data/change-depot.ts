import type { QueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import type { Location } from '@/lib/contract/location'

/** What a change of a depot or of its schedules changes on the pages, once the planner has followed. */
const FOLLOWING = [
  ...(['readiness', 'schedule', 'schedules', 'load', 'watch', 'locations', 'location', 'fixes', 'audit'] as const),
]

/** Asks again for all that follows from a change of a depot. */
export function refreshDepot(queries: QueryClient): Promise<unknown> {
  return Promise.all(FOLLOWING.map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

/** What pages change of a depot besides its form; limits that hold for a time, null: none. */
export type DepotSettings = {
  strategy?: Location['strategy']
  powerLimits?: { dates: NonNullable<Location['powerLimits']>['dates'] | null }
}

/** A depot as it is stored, with the version of it. */
export type StoredDepot = { location: Location; etag: string | null }

export async function readDepot(locationUid: string, signal?: AbortSignal): Promise<StoredDepot> {
  const params = { locationUid }
  const { body, etag } = await call('getLocation', 'GET /locations/{locationUid}', { params }, signal)
  return { location: body, etag }
}

/**
 * Changes settings of a depot, on the version that `etag` names. The answer has the version that it made.
 * @param settings a merge patch; what a form sends may be no value, so that the server's sentence comes to its field
 */
export function patchDepot(locationUid: string, settings: object, etag: string | null) {
  return call('patchLocation', 'PATCH /locations/{locationUid}', {
    params: { locationUid },
    body: settings as DepotSettings,
    headers: etag ? { 'if-match': etag } : {},
  })
}

/** Settings as they were before a change, and the version that the change made: on that one alone they come back. */
export type SettingsBefore = { before: DepotSettings; etag: string | null }

/** Changes settings on the version that is read just before, so that nobody's change is lost. */
export async function changeDepot(
  locationUid: string,
  change: (stored: Location) => DepotSettings,
): Promise<SettingsBefore> {
  const { location, etag } = await readDepot(locationUid)
  const settings = change(location)
  const stored = await patchDepot(locationUid, settings, etag)
  const before = {
    ...(settings.strategy && { strategy: location.strategy }),
    ...(settings.powerLimits && { powerLimits: { dates: location.powerLimits?.dates ?? null } }),
  }
  return { before, etag: stored.etag }
}
