import { isAPIError } from 'better-auth/api'
import { type Attempt, countAttempt, forgiveAttempt, type Limit } from '@/lib/auth/attempts'
import { staffAuth } from '@/lib/auth/staff-auth'
import { presentSession } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Session, SignInInput } from '@/lib/contract/access'
import { Refusal } from '@/lib/errors'

const MINUTE_MS = 60_000

/** Counted for an account from one address: who guesses from elsewhere does not lock its owner out. */
const GUESSES: Limit = { name: 'sign-in', most: 10, windowMs: MINUTE_MS }
const GUESSES_A_DAY: Limit = { name: 'sign-in-day', most: 200, windowMs: 24 * 60 * MINUTE_MS }
/** One address trying many accounts, which also costs the processor a password hash each. */
const SPRAYING: Limit = { name: 'sign-in-address', most: 100, windowMs: MINUTE_MS }

/**
 * Signs a member of staff in.
 * @param input.address where the call comes from, for counting wrong passwords
 * @returns who they are, and the Set-Cookie header that holds the session
 * @throws Refusal 401 for a wrong address or password, without saying which; 429 after too many
 */
export async function signIn(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: SignInInput & { address: string },
): Promise<{ session: Session; setCookie: string }> {
  const account = `${input.email} ${input.address}`
  const attempts: Attempt[] = [
    { limit: GUESSES, of: account },
    { limit: GUESSES_A_DAY, of: account },
    { limit: SPRAYING, of: input.address },
  ]
  await countAttempt(db, attempts, now)
  const signedIn = await startSession(input.email, input.password)
  await forgiveAttempt(db, attempts)
  return signedIn
}

/**
 * Checks the password and starts a session.
 * @throws Refusal 401
 */
export async function startSession(email: string, password: string): Promise<{ session: Session; setCookie: string }> {
  try {
    const { headers, response } = await staffAuth().api.signInEmail({ body: { email, password }, returnHeaders: true })
    return { session: presentSession(response.user), setCookie: sessionCookieOf(headers) }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500)
      throw new Refusal('unauthorised', 'The e-mail address or the password is wrong.')
    throw error
  }
}

/** Of what better-auth sets, only the session itself: its caches are off. */
export function sessionCookieOf(headers: Headers): string {
  const cookie = headers.getSetCookie().find((line) => line.includes('.session_token='))
  if (!cookie) throw new Error('better-auth answered without a session cookie')
  return cookie
}
