import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { bootstrapById, isBootstrapId } from '@/lib/auth/bootstrap-token'
import type { Principal, Role } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { refreshToken } from '@/lib/db/schema'
import { log } from '@/lib/log'

/** How long this process believes what it read: revoking ends access tokens everywhere within this time. */
const BELIEVED_MS = 5_000
/** `lastUsedAt` is for people who tidy up: minutes are fine enough, and reads stay reads. */
const USE_NOTED_MS = 5 * 60_000
const MOST_ENTRIES = 10_000

type State = { principal: Principal; expiresAt: number | null } | null
type Row = typeof refreshToken.$inferSelect

const believed = new Map<string, { readAt: number; state: Promise<State> }>()

/**
 * Who an access token's refresh token stands for: null once that is revoked or has expired. Read from the database at
 * most every 5 seconds for each token.
 */
export async function tokenPrincipal(db: Database, id: string, now: number): Promise<Principal | null> {
  if (isBootstrapId(id)) return bootstrapById(id)
  const state = await stateOf(db, id, now)
  return state && !hasExpired(state.expiresAt, now) ? state.principal : null
}

/** Forgets what this process believed of a token, so that its own revocations hold at once. */
export function forgetToken(id: string): void {
  believed.delete(id)
}

/** A stored token's row as a caller. */
export function principalOfToken(row: Pick<Row, 'id' | 'name' | 'role' | 'locationUids'>): Principal {
  return { kind: 'token', id: row.id, name: row.name, role: row.role as Role, locationUids: row.locationUids }
}

/** Whether something that ends then (null: never) has ended. */
export function hasExpired(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && expiresAt <= now
}

function stateOf(db: Database, id: string, now: number): Promise<State> {
  const known = believed.get(id)
  if (known && now >= known.readAt && now - known.readAt < BELIEVED_MS) return known.state
  const state = readState(db, id, now)
  if (believed.size >= MOST_ENTRIES) believed.clear()
  const entry = { readAt: now, state }
  believed.set(id, entry)
  state.catch(() => {
    if (believed.get(id) === entry) believed.delete(id)
  })
  return state
}

async function readState(db: Database, id: string, now: number): Promise<State> {
  const [row] = await db
    .select()
    .from(refreshToken)
    .where(and(eq(refreshToken.id, id), isNull(refreshToken.revokedAt)))
  if (!row) return null
  await noteUse(db, row, now)
  return { principal: principalOfToken(row), expiresAt: row.expiresAt?.getTime() ?? null }
}

/**
 * Writes down that a token was used, at most every few minutes. Who reads is not kept from it by a database that cannot
 * write at this moment.
 */
export async function noteUse(db: Database, row: Pick<Row, 'id' | 'lastUsedAt'>, now: number): Promise<void> {
  const before = new Date(now - USE_NOTED_MS)
  if (row.lastUsedAt && row.lastUsedAt > before) return
  try {
    await db
      .update(refreshToken)
      .set({ lastUsedAt: new Date(now) })
      .where(and(eq(refreshToken.id, row.id), or(isNull(refreshToken.lastUsedAt), lt(refreshToken.lastUsedAt, before))))
  } catch (error) {
    log.warn({ err: error, tokenId: row.id }, 'the use of a token could not be noted')
  }
}
