import { headers } from 'next/headers'
import { getSession } from '@/lib/auth/get-session'
import { staffPrincipal } from '@/lib/auth/staff-auth'
import type { Session } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'
import { connection } from '@/lib/db/client'
import { withDeadline } from '@/lib/db/deadline'
import { listLocations } from '@/lib/locations/list-locations'

/** A page is not held up for longer: what did not come by then it asks for itself. */
const LONGEST_MS = 1_000

/** What `GET /session` and `GET /locations` answer to the reader of a page. */
export type FirstAnswers = { session: Session; locations: Location[] }

/**
 * What every signed-in page asks first, sent along with it: nothing on it can be asked for before these are known.
 * null where they cannot be read in time; the page asks the API then, and says what is wrong.
 */
export async function firstAnswers(): Promise<FirstAnswers | null> {
  const cookies = await headers()
  return withDeadline(LONGEST_MS, () => readAnswers(cookies)).catch(() => null)
}

async function readAnswers(cookies: Headers): Promise<FirstAnswers | null> {
  const who = await staffPrincipal(cookies)
  if (!who) return null
  const context = { who, now: Date.now(), db: connection().db }
  const [session, locations] = await Promise.all([getSession(context), listLocations(context)])
  return { session, locations }
}
