import { recordSignOut } from '@/lib/auth/record-access'
import { sessionCookieOf } from '@/lib/auth/sign-in'
import { staffAuth } from '@/lib/auth/staff-auth'
import type { Context } from '@/lib/context'

/**
 * Ends the session whose cookie is in these headers, if there is one.
 * @returns the Set-Cookie header that removes the cookie
 */
export async function signOut(context: Context, headers: Headers): Promise<{ setCookie: string }> {
  const answer = await staffAuth().api.signOut({ headers, returnHeaders: true })
  // A token has no session to end.
  if (context.who.kind === 'staff') await recordSignOut(context)
  return { setCookie: sessionCookieOf(answer.headers) }
}
