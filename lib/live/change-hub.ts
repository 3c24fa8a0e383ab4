import { sql } from 'drizzle-orm'
import { CHANGED_CHANNEL, NOTIFY_CHANGED } from '@/lib/db/announce'
import { connection, databaseUrl } from '@/lib/db/client'
import { listen } from '@/lib/db/listen'
import { ChangeHub } from '@/lib/live/hub'
import { readMarkers } from '@/lib/live/read-markers'
import { perProcess } from '@/lib/per-process'

/** The hub of this process. */
export const changeHub = perProcess(
  'change-hub',
  () =>
    new ChangeHub({
      read: (locationUids) => readMarkers(connection().db, locationUids),
      listen: (ear) => listen(databaseUrl(), [CHANGED_CHANNEL], ear),
      announce: async () => {
        await connection().db.execute(sql.raw(NOTIFY_CHANGED))
      },
    }),
)
