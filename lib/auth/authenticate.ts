import { readAccessToken } from '@/lib/auth/access-token'
import { isOwnOrigin } from '@/lib/auth/own-origin'
import { staffPrincipal } from '@/lib/auth/staff-auth'
import { tokenPrincipal } from '@/lib/auth/token-principal'
import type { Principal } from '@/lib/context'
import { reservedConnection } from '@/lib/db/client'

/**
 * Says who sends a request: an integration by `Authorization: Bearer <JWT>`, or staff by the session cookie. Where an
 * Authorization header is present it alone counts. A cookie that comes with a write counts only from our own origin.
 * @param now epoch ms
 * @returns null when the credentials are missing, invalid, expired or revoked: the caller answers 401
 */
export async function authenticate(request: Request, now: number): Promise<Principal | null> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return byAccessToken(authorization, now)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!reads && !isOwnOrigin(request)) return null
  return staffPrincipal(request.headers)
}

async function byAccessToken(authorization: string, now: number): Promise<Principal | null> {
  const token = bearerOf(authorization)
  const id = token && (await readAccessToken(token, now))
  return id ? tokenPrincipal(reservedConnection('identity').db, id, now) : null
}

/** The credentials of an Authorization header of the Bearer scheme (RFC 6750), or null. */
export function bearerOf(authorization: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1] ?? null
}
