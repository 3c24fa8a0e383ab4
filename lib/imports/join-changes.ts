import { isDeepStrictEqual } from 'node:util'
import type { Properties } from '@/lib/audit/changed-properties'
import type { RecordedChange } from '@/lib/audit/list-changes-of'

/**
 * Changes of one thing that came one right after the other as one change, so that what an import created and then changed
 * is what it created. Where somebody else changed it in between, they stay apart.
 * @param changes the last first
 * @returns the last first
 */
export function joinChanges(changes: readonly RecordedChange[]): RecordedChange[] {
  const joined: RecordedChange[] = []
  for (const older of changes) {
    const at = joined.findLastIndex(({ objectId }) => objectId === older.objectId)
    const newer = joined[at]
    const one = newer && joinedChange(older, newer)
    if (one) joined[at] = one
    else joined.push(older)
  }
  return joined
}

function joinedChange(older: RecordedChange, newer: RecordedChange): RecordedChange | null {
  if (!older.after || !newer.before || !follows(older.after, newer.before)) return null
  return {
    ...newer,
    before: older.before && { ...without(newer.before, older.after), ...older.before },
    after: newer.after && { ...without(older.after, newer.before), ...newer.after },
  }
}

/** Whether what one change left is what the next one found. */
function follows(left: Properties, found: Properties): boolean {
  return Object.keys(found).every((name) => !(name in left) || isDeepStrictEqual(found[name], left[name]))
}

function without(properties: Properties, others: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in others)))
}
