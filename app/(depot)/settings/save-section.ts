import { queryOptions } from '@tanstack/react-query'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { patchDepot, readDepot, type StoredDepot } from '@/app/(depot)/_data/change-depot'
import type { Location } from '@/lib/contract/location'

/** A depot with the version that a change of it is made on. */
export const storedDepotQuery = (uid: string) =>
  queryOptions({ queryKey: ['location', uid], queryFn: ({ signal }) => readDepot(uid, signal) })

/**
 * Saves a section of a depot. Its version is that of the whole depot: where another section has changed meanwhile, the
 * change is made on the new version; where this one has, it is refused as stale.
 * @param isAsEdited whether a stored depot says of this section what was there when it began to be edited
 */
export async function saveSection(
  { location, etag }: StoredDepot,
  patch: object,
  isAsEdited: (stored: Location) => boolean,
): Promise<void> {
  try {
    await patchDepot(location.id, patch, etag)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status !== 412) throw error
    const now = await readDepot(location.id)
    if (!isAsEdited(now.location)) throw error
    await patchDepot(location.id, patch, now.etag)
  }
}
