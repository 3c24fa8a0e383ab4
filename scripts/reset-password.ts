import { createPasswordReset } from '@/lib/auth/password-resets'
import { connect } from '@/lib/db/client'
import { provideDatabase } from '@/lib/db/provide-database'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { addressOf } from '@/scripts/launch/address'
import { runCommand } from '@/scripts/launch/command'

// npm run reset-password -- EMAIL: prints a one-time link, for whoever is locked out.
await runCommand(async ([email, ...more]) => {
  if (!email || more.length > 0) throw new Error('Say whose password: npm run reset-password -- name@example.org')
  const env = readEnv(process.env, { secret: false })
  const database = await provideDatabase(env, log)
  const connection = connect(database.url, { max: 1 })
  try {
    const { token, validUntil } = await createPasswordReset(connection.db, email)
    console.log(`Open this link within the hour, until ${new Date(validUntil).toLocaleTimeString()}. It works once:`)
    console.log(`${addressOf(env, env.port)}/reset-password?token=${encodeURIComponent(token)}`)
  } finally {
    await connection.close()
    await database.stop()
  }
})
