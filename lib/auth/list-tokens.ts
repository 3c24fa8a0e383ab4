import { gte, isNull, or } from 'drizzle-orm'
import { isWithinScope } from '@/lib/auth/scope'
import { CALLS_KEPT_MS } from '@/lib/auth/token-calls'
import type { Context, Role } from '@/lib/context'
import type { RefreshToken } from '@/lib/contract/access'
import { refreshToken } from '@/lib/db/schema'

/**
 * The refresh tokens that are not revoked, oldest first, without their secrets; a narrowed caller's own scope only.
 * @param revoked also those whose calls are still kept
 */
export async function listTokens(
  { db, who, now }: Context,
  { revoked = false }: { revoked?: boolean } = {},
): Promise<{ tokens: RefreshToken[] }> {
  const rows = await db
    .select()
    .from(refreshToken)
    .where(revoked ? hasCalls(now) : isNull(refreshToken.revokedAt))
    .orderBy(refreshToken.createdAt, refreshToken.id)
  return { tokens: rows.filter((row) => isWithinScope(who, row.locationUids)).map(present) }
}

/** Tokens whose calls may be asked for: those that hold, and those revoked within the time for which calls are kept. */
export function hasCalls(now: number) {
  return or(isNull(refreshToken.revokedAt), gte(refreshToken.revokedAt, new Date(now - CALLS_KEPT_MS)))
}

function present(row: typeof refreshToken.$inferSelect): RefreshToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    locationUids: row.locationUids ?? undefined,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString(),
    revokedAt: row.revokedAt?.toISOString(),
  }
}
