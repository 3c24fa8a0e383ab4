import { isNull } from 'drizzle-orm'
import { isWithinScope } from '@/lib/auth/scope'
import type { Context, Role } from '@/lib/context'
import type { RefreshToken } from '@/lib/contract/access'
import { refreshToken } from '@/lib/db/schema'

/** The refresh tokens that are not revoked, oldest first, without their secrets; a narrowed caller's own scope only. */
export async function listTokens({ db, who }: Context): Promise<{ tokens: RefreshToken[] }> {
  const rows = await db
    .select()
    .from(refreshToken)
    .where(isNull(refreshToken.revokedAt))
    .orderBy(refreshToken.createdAt, refreshToken.id)
  return { tokens: rows.filter((row) => isWithinScope(who, row.locationUids)).map(present) }
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
  }
}
