import { isAPIError } from 'better-auth/api'
import { type Attempt, countAttempt, forgiveAttempt, type Limit } from '@/lib/auth/attempts'
import { recordSignIn } from '@/lib/auth/record-access'
import { staffAuth } from '@/lib/auth/staff-auth'
import { presentSession } from '@/lib/auth/staff-member'
import type { Context } from '@/lib/context'
import type { Session, SignInInput } from '@/lib/contract/access'
import { Refusal } from '@/lib/errors'
import { noteCaller } from '@/lib/log'
import { MINUTE_MS } from '@/lib/time/interval'

/** Counted for an account from one address, or in one browser that is known for it; long enough to make guessing hopeless. */
const GUESSES: Limit = { name: 'sign-in', most: 10, windowMs: MINUTE_MS }
const GUESSES_AN_HOUR: Limit = { name: 'sign-in-hour', most: 60, windowMs: 60 * MINUTE_MS }
/** One address trying many accounts, which also costs the processor a password hash each. */
const SPRAYING: Limit = { name: 'sign-in-address', most: 100, windowMs: MINUTE_MS }

/**
 * Signs a member of staff in. Wrong passwords of others keep nobody out: they are counted by the address that they come
 * from, and by themselves in a browser in which the account was signed in to before.
 * @param input.address where the call comes from
 * @param input.knownBrowser the browser's number, if it is known for this account (known-browser.ts)
 * @returns who they are, and the Set-Cookie header that holds the session
 * @throws Refusal 401 for a wrong address or password, without saying which; 429 after too many
 */
export async function signIn(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: SignInInput & { address: string; knownBrowser: string | null },
): Promise<{ session: Session; setCookie: string }> {
  const attempts = attemptsOf(input)
  await countAttempt(db, attempts, now)
  const signedIn = await startSession(input.email, input.password)
  await forgiveAttempt(db, attempts)
  await recordSignIn({ db, now }, signedIn.session)
  return signedIn
}

function attemptsOf(input: { email: string; address: string; knownBrowser: string | null }): Attempt[] {
  const { email, address, knownBrowser } = input
  const of = knownBrowser ? `${email} in ${knownBrowser}` : `${email} ${address}`
  const guesses = [GUESSES, GUESSES_AN_HOUR].map((limit) => ({ limit, of }))
  return knownBrowser ? guesses : [...guesses, { limit: SPRAYING, of: address }]
}

/**
 * Checks the password and starts a session.
 * @throws Refusal 401
 */
export async function startSession(email: string, password: string): Promise<{ session: Session; setCookie: string }> {
  try {
    const { headers, response } = await staffAuth().api.signInEmail({ body: { email, password }, returnHeaders: true })
    const session = presentSession(response.user)
    noteCaller({ kind: 'staff', ...session })
    return { session, setCookie: sessionCookieOf(headers) }
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
