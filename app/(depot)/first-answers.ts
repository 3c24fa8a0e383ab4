import { cache } from 'react'
import { askOwnApi, inTime } from '@/app/(depot)/own-api'
import { GET as getLocations } from '@/app/api/locations/route'
import { GET as getSession } from '@/app/api/session/route'
import type { Session } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

/** Nothing of a page is sent before these are there, so they may not hold it up for longer. */
const LONGEST_MS = 1_000

/** What `GET /session` and `GET /locations` answer to the reader of a page. */
export type FirstAnswers = { session: Session; locations: Location[] }

/**
 * What every signed-in page asks first, sent along with it: nothing on it can be asked for before these are known.
 * null where they cannot be had in time; the page asks the API itself then, and says what is wrong. Asked once a page.
 */
export const firstAnswers = cache(async (): Promise<FirstAnswers | null> => {
  const answers = await inTime(Promise.all([askOwnApi(getSession), askOwnApi(getLocations)]), LONGEST_MS)
  if (!answers) return null
  const [session, locations] = answers.map(({ text }) => JSON.parse(text))
  return { session, locations: locations.locations }
})
