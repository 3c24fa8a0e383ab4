import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { deriveKey } from '@/lib/auth/keys'
import { isSecure } from '@/lib/auth/secure-address'
import type { Principal, Role } from '@/lib/context'
import { type Database, reservedConnection } from '@/lib/db/client'
import * as schema from '@/lib/db/schema'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'

const DAY_SECONDS = 86_400
const COOKIE_PREFIX = 'readyline'

/**
 * E-mail and password sessions of staff, kept by better-auth. Only its server API is used: its own routes are not
 * mounted, so there is no sign-up and nothing that our contract does not declare. Failed attempts are counted by us
 * (attempts.ts), for every instance together.
 */
function createStaffAuth(db: Database) {
  const { publicUrl, port } = env()
  return betterAuth({
    appName: 'Readyline',
    baseURL: publicUrl ?? `http://localhost:${port}`,
    basePath: '/api/session',
    secret: deriveKey('staff sessions').toString('base64url'),
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        locationUids: { type: 'string[]', required: false, input: false },
        language: { type: 'string', required: false, input: false },
      },
    },
    session: { expiresIn: 14 * DAY_SECONDS, updateAge: DAY_SECONDS },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ from: 'better-auth' }, message) },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(publicUrl),
      ipAddress: { disableIpTracking: true },
    },
  })
}

type StaffAuth = ReturnType<typeof createStaffAuth>

/** The sessions of this process's database. */
export function staffAuth(): StaffAuth {
  return perProcess<StaffAuth>('staff-auth', () => createStaffAuth(reservedConnection('identity').db))
}

/** Whether there may be a session at all, which spares strangers' requests a look into the database. */
export function hasSessionCookie(headers: Headers): boolean {
  return headers.get('cookie')?.includes(`${COOKIE_PREFIX}.session_token=`) ?? false
}

/**
 * The member of staff whose session cookie is in these headers, with the role and depots that they have now: a change
 * takes effect at once.
 */
export async function staffPrincipal(headers: Headers): Promise<Principal | null> {
  if (!hasSessionCookie(headers)) return null
  const found = await staffAuth().api.getSession({ headers, query: { disableRefresh: true } })
  return found ? principalOfStaff(found.user) : null
}

/** A member of staff as a caller. */
export function principalOfStaff(user: {
  id: string
  name: string
  role: string
  locationUids?: string[] | null
}): Principal {
  return {
    kind: 'staff',
    id: user.id,
    name: user.name,
    role: user.role as Role,
    locationUids: user.locationUids ?? null,
  }
}
