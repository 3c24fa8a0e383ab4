import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { LocationInput } from '@/lib/contract/location'
import { fractionalSocs } from '@/lib/contract/soc-fractions'
import { location } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { impossible } from '@/lib/errors'
import { checkIfMatch, etagOf } from '@/lib/if-match'
import { findLocationRow, unknownLocation } from '@/lib/locations/get-location'
import { recordLocation } from '@/lib/locations/record-location'
import { impossibilities, merged, toLocation } from '@/lib/locations/settings'
import { requestPlan } from '@/lib/plan-request/request-plan'
import { changeTimeZone } from '@/lib/schedules/change-time-zone'

/**
 * Changes some settings (RFC 7396: objects merge, arrays replace, null clears).
 * @returns the version that is stored now
 * @throws Refusal 404, 409 (a new time zone makes stays overlap), 412 (`ifMatch` is stale, or `*` and there is no such location), 422
 */
export async function patchLocation(
  context: Context,
  { uid, patch, ifMatch }: { uid: string; patch: LocationInput; ifMatch: string | null },
): Promise<{ etag: string }> {
  return inTransaction(context.db, async (tx) => {
    const inner = { ...context, db: tx }
    const existing = await findLocationRow(inner, uid, { lock: true })
    checkIfMatch(ifMatch, existing && etagOf(toLocation(existing)))
    if (!existing) throw unknownLocation(uid)
    const { uid: _uid, createdAt: _createdAt, ...current } = existing
    const next = merged(current, patch)
    const faults = [...fractionalSocs(patch), ...impossibilities(next)]
    if (faults.length > 0) throw impossible(faults)
    const [stored] = await tx
      .update(location)
      .set({ ...next, updatedAt: new Date(context.now) })
      .where(eq(location.uid, uid))
      .returning()
    if (!stored) throw unknownLocation(uid)
    await recordLocation(inner, toLocation(existing), toLocation(stored))
    if (existing.timeZone !== next.timeZone) await changeTimeZone(inner, { locationUid: uid, zone: next.timeZone })
    await requestPlan(tx, uid, 'settings-changed', 'The settings of the depot changed.')
    return { etag: etagOf(toLocation(stored)) }
  })
}
