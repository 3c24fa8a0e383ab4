import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreRecorded } from '@/lib/audit/restore-recorded'
import { provideDatabase } from '@/lib/db/provide-database'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { runCommand } from '@/scripts/launch/command'

// npm run restore -- FILE [--replace]: puts a backup into the embedded database or the one at DATABASE_URL.
await runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { replace: { type: 'boolean' } } })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Error('Say which file: npm run restore -- depot-backup.gz [--replace]')
  const database = await provideDatabase(readEnv(process.env, { secret: false }), log)
  try {
    const options = { replace: values.replace ?? false, now: Date.now() }
    const { tables, rows, madeAt } = await restoreRecorded(database.url, resolve(file), options)
    console.log(
      `Restored ${rows} rows of ${tables} tables from ${resolve(file)}, made ${madeAt}. The audit log says so.`,
    )
  } finally {
    await database.stop()
  }
})
