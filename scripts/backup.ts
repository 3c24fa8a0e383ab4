import { resolve } from 'node:path'
import { writeBackup } from '@/lib/db/backup/write-backup'
import { provideDatabase } from '@/lib/db/provide-database'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { runCommand } from '@/scripts/launch/command'

// npm run backup -- FILE: everything in one file, as it is at one moment; the app may run meanwhile.
await runCommand(async ([file, ...more]) => {
  if (!file || more.length > 0) throw new Error('Say into which file: npm run backup -- depot-backup.gz')
  const database = await provideDatabase(readEnv(process.env, { secret: false }), log)
  try {
    const { tables, rows } = await writeBackup(database.url, resolve(file))
    console.log(`Backed up ${rows} rows of ${tables} tables into ${resolve(file)}.`)
    console.log('APP_SECRET is not in it: where it differs, everybody signs in again and refresh tokens stay valid.')
  } finally {
    await database.stop()
  }
})
