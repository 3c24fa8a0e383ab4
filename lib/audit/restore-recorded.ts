import { basename } from 'node:path'
import { recordChanges } from '@/lib/audit/record-changes'
import { SYSTEM } from '@/lib/context'
import { type Restored, restoreBackup } from '@/lib/db/backup/restore-backup'

/**
 * Restores a backup as `restoreBackup` does. The log that came out of it gets one more entry: when this was done, from
 * which file, and of when that is.
 */
export function restoreRecorded(url: string, file: string, { replace, now }: { replace: boolean; now: number }) {
  return restoreBackup(url, file, {
    replace,
    record: (db, { madeAt, rows }: Restored) =>
      recordChanges({ db, who: SYSTEM, now }, [
        { kind: 'backup', objectId: basename(file), before: null, after: { madeAt, rows } },
      ]),
  })
}
