import type { Context } from '@/lib/context'
import type { Location } from '@/lib/contract/location'
import { getLocation, getLocationRow } from '@/lib/locations/get-location'
import { hasDemandCharge, peakSoFar } from '@/lib/planning/site-peaks'

/** The location as `getLocation` gives it, with the peak of its billing period so far; the entity tag knows nothing of it. */
export async function getLocationWithPeak(
  context: Context,
  uid: string,
): Promise<{ location: Location; etag: string }> {
  const { location, etag } = await getLocation(context, uid)
  const row = await getLocationRow(context, uid)
  if (!location.tariff || !hasDemandCharge(row)) return { location, etag }
  const computedPeakkW = await peakSoFar(context.db, row, context.now)
  return { location: { ...location, tariff: { ...location.tariff, computedPeakkW } }, etag }
}
