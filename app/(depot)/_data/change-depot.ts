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

/** A depot's limits for a time; null: none. */
export type PowerLimits = { dates: NonNullable<Location['powerLimits']>['dates'] | null }

/** Replaces a depot's limits for a time, on the version that `etag` names. */
export function patchLimits(locationUid: string, powerLimits: PowerLimits, etag: string | null) {
  return call('patchLocation', 'PATCH /locations/{locationUid}', {
    params: { locationUid },
    body: { powerLimits },
    headers: etag ? { 'if-match': etag } : {},
  })
}
