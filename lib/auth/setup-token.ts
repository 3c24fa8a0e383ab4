import { eq } from 'drizzle-orm'
import { hasAdministrator } from '@/lib/auth/administrators'
import { newSecret } from '@/lib/auth/secret'
import type { Database } from '@/lib/db/client'
import { appState } from '@/lib/db/schema'
import { env } from '@/lib/env'

const KEY = 'setupToken'

/**
 * The token that opens /setup: SETUP_TOKEN, or a generated one that the instances share through the database.
 * @returns null once there is an administrator
 */
export async function ensureSetupToken(db: Database, configured = env().setupToken): Promise<string | null> {
  if (await hasAdministrator(db)) return null
  if (configured) return configured
  await db
    .insert(appState)
    .values({ key: KEY, value: newSecret('') })
    .onConflictDoNothing()
  const [row] = await db.select().from(appState).where(eq(appState.key, KEY))
  // Whoever became administrator since the first question took the token away: the one just made would stay behind.
  if (await hasAdministrator(db)) {
    await forgetSetupToken(db)
    return null
  }
  return typeof row?.value === 'string' ? row.value : null
}

/** Removes the generated token, which has done its work. */
export async function forgetSetupToken(transaction: Database): Promise<void> {
  await transaction.delete(appState).where(eq(appState.key, KEY))
}
