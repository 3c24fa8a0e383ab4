import { readAccessToken } from '@/lib/auth/access-token'
import { findToken } from '@/lib/auth/find-token'
import { foreignOrigin, isOwnOrigin } from '@/lib/auth/own-origin'
import { staffPrincipal } from '@/lib/auth/staff-auth'
import { tokenPrincipal } from '@/lib/auth/token-principal'
import type { Principal } from '@/lib/context'
import { reservedConnection } from '@/lib/db/client'
import { noteCaller } from '@/lib/log'

/** `refreshToken`: the refresh token itself is taken too, for callers that cannot exchange it. */
type Accepts = { refreshToken: boolean }

/**
 * Says who sends a request: an integration by `Authorization: Bearer <JWT>`, or staff by the session cookie. Where an
 * Authorization header is present it alone counts. A cookie that comes with a write counts only from our own origin.
 * Whoever it is stands in the request's line of the log.
 * @param now epoch ms
 * @returns null when the credentials are missing, invalid, expired or revoked: the caller answers 401
 * @throws Refusal 401 that says so when a session is valid, but the Origin check refuses the write
 */
export async function authenticate(
  request: Request,
  now: number,
  accepts: Accepts = { refreshToken: false },
): Promise<Principal | null> {
  const authorization = request.headers.get('authorization')
  const who = authorization === null ? await bySession(request) : await byBearer(authorization, now, accepts)
  if (who) noteCaller(who)
  return who
}

async function bySession(request: Request): Promise<Principal | null> {
  const who = await staffPrincipal(request.headers)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (who && !reads && !isOwnOrigin(request)) throw foreignOrigin(request)
  return who
}

async function byBearer(authorization: string, now: number, accepts: Accepts): Promise<Principal | null> {
  const token = bearerOf(authorization)
  if (!token) return null
  const { db } = reservedConnection('identity')
  const id = await readAccessToken(token, now)
  if (id) return tokenPrincipal(db, id, now)
  return accepts.refreshToken ? ((await findToken(db, token, now))?.principal ?? null) : null
}

/** The credentials of an Authorization header of the Bearer scheme (RFC 6750), or null. */
export function bearerOf(authorization: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1] ?? null
}
