import { migrate } from '@/lib/db/migrate'
import { provideDatabase } from '@/lib/db/provide-database'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { runCommand } from '@/scripts/launch/command'

// npm run db:migrate: brings the database to this version's schema, and nothing else.
await runCommand(async () => {
  const database = await provideDatabase(readEnv(process.env, { secret: false }), log)
  try {
    await migrate(database.url)
    console.log('The database has the schema of this version.')
  } finally {
    await database.stop()
  }
})
