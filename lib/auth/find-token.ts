import { and, eq, isNull } from 'drizzle-orm'
import { bootstrapBySecret } from '@/lib/auth/bootstrap-token'
import { hashSecret } from '@/lib/auth/secret'
import { hasExpired, noteUse, principalOfToken } from '@/lib/auth/token-principal'
import type { Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { refreshToken } from '@/lib/db/schema'

/** Who presents a refresh token, and when it ends (epoch ms; null: never). */
export type TokenHolder = { principal: Principal; expiresAt: number | null }

/** Finds whose refresh token this secret is; null when it is nobody's, revoked or over. */
export async function findToken(db: Database, secret: string, now: number): Promise<TokenHolder | null> {
  const bootstrap = bootstrapBySecret(secret)
  if (bootstrap) return { principal: bootstrap, expiresAt: null }
  const [row] = await db
    .select()
    .from(refreshToken)
    .where(and(eq(refreshToken.hash, hashSecret(secret)), isNull(refreshToken.revokedAt)))
  const expiresAt = row?.expiresAt?.getTime() ?? null
  if (!row || hasExpired(expiresAt, now)) return null
  await noteUse(db, row, now)
  return { principal: principalOfToken(row), expiresAt }
}
