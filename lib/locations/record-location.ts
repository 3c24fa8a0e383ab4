import { recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { Location } from '@/lib/contract/location'

/** Records what is different in a location, in the transaction `context.db` of the change. @param before null: it is new */
export async function recordLocation(context: Context, before: Location | null, after: Location): Promise<void> {
  const { id } = after
  await recordChanges(context, [
    {
      kind: 'location',
      objectId: id,
      locationUids: [id],
      before: before && settingsOf(before),
      after: settingsOf(after),
    },
  ])
}

function settingsOf({ id: _, ...settings }: Location): Record<string, unknown> {
  return settings
}
