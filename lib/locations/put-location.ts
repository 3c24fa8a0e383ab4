import { eq } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import type { LocationInput } from '@/lib/contract/location'
import { fractionalSocs } from '@/lib/contract/soc-fractions'
import { location } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { impossible } from '@/lib/errors'
import { checkIfMatch, etagOf } from '@/lib/if-match'
import { findLocationRow, unknownLocation } from '@/lib/locations/get-location'
import { recordLocation } from '@/lib/locations/record-location'
import { BLANK, impossibilities, replaced, toLocation } from '@/lib/locations/settings'
import { requestPlan } from '@/lib/plan-request/request-plan'
import { changeTimeZone } from '@/lib/schedules/change-time-zone'

/** Columns that a replacement has to empty because nothing was said of them. */
const EMPTY = {
  locationId: null,
  name: null,
  address: null,
  city: null,
  postalCode: null,
  country: null,
  countryCode: null,
  lat: null,
  lng: null,
  powerLimitKw: null,
  powerLimits: null,
  baseLoad: null,
  tariff: null,
}

/**
 * Creates the location, or replaces all its settings.
 * @throws Refusal 404 (outside of the caller's locations), 409 (a new time zone makes stays overlap), 412 (`ifMatch` is stale), 422
 */
export async function putLocation(
  context: Context,
  { uid, input, ifMatch }: { uid: string; input: LocationInput; ifMatch: string | null },
): Promise<{ created: boolean }> {
  if (!canSeeLocation(context.who, uid)) throw unknownLocation(uid)
  const next = { ...BLANK, ...EMPTY, ...replaced(input) }
  return inTransaction(context.db, async (tx) => {
    const inserted =
      ifMatch === null &&
      (await tx
        .insert(location)
        .values({ uid, ...next })
        .onConflictDoNothing()
        .returning({ uid: location.uid }))
    const inner = { ...context, db: tx }
    const existing = await findLocationRow(inner, uid, { lock: true })
    checkIfMatch(ifMatch, existing && etagOf(toLocation(existing)))
    const faults = [...fractionalSocs(input), ...impossibilities(next)]
    if (faults.length > 0) throw impossible(faults)
    if (existing && inserted && inserted.length > 0) {
      await recordLocation(inner, null, toLocation(existing))
      return { created: true }
    }
    const [stored] = await tx
      .update(location)
      .set({ ...next, updatedAt: new Date(context.now) })
      .where(eq(location.uid, uid))
      .returning()
    if (existing && stored) await recordLocation(inner, toLocation(existing), toLocation(stored))
    if (existing && existing.timeZone !== next.timeZone)
      await changeTimeZone(inner, { locationUid: uid, zone: next.timeZone })
    await requestPlan(tx, uid, 'settings-changed', 'The settings of the depot changed.')
    return { created: false }
  })
}
