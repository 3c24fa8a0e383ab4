import { hasAdministrator } from '@/lib/auth/administrators'
import { sessionCookieOf } from '@/lib/auth/sign-in'
import { hasSessionCookie, staffAuth } from '@/lib/auth/staff-auth'
import { reservedConnection } from '@/lib/db/client'

/** Who opens a page; `setCookie` lengthens a session that is in use, about once a day. */
export type PageVisitor = { signedIn: boolean; hasAdministrator: boolean; setCookie?: string }

/** Finds out about the visitor of a page by the cookies in these headers. */
export async function findPageVisitor(headers: Headers): Promise<PageVisitor> {
  if (hasSessionCookie(headers)) {
    const found = await staffAuth().api.getSession({ headers, returnHeaders: true })
    const signedIn = found.response !== null
    const renewed = found.headers.getSetCookie().length > 0
    // Whoever is signed in came after the first administrator, which the app never loses again.
    if (signedIn)
      return { signedIn, hasAdministrator: true, ...(renewed && { setCookie: sessionCookieOf(found.headers) }) }
  }
  return { signedIn: false, hasAdministrator: await hasAdministrator(reservedConnection('identity').db) }
}
