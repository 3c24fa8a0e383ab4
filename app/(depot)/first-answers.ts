import { headers } from 'next/headers'
import { GET as getLocations } from '@/app/api/locations/route'
import { GET as getSession } from '@/app/api/session/route'
import type { Session } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

/** A page is not held up for longer: what did not come by then it asks for itself. */
const LONGEST_MS = 1_000

/** What `GET /session` and `GET /locations` answer to the reader of a page. */
export type FirstAnswers = { session: Session; locations: Location[] }

/**
 * What every signed-in page asks first, sent along with it: nothing on it can be asked for before these are known.
 * null where they cannot be had in time; the page asks the API itself then, and says what is wrong.
 */
export async function firstAnswers(): Promise<FirstAnswers | null> {
  const cookie = (await headers()).get('cookie') ?? ''
  const ask = async (handler: typeof getSession | typeof getLocations): Promise<unknown> => {
    const answer = await handler(new Request(`http://localhost${handler.operation.path}`, { headers: { cookie } }), {
      params: Promise.resolve({}),
    })
    if (!answer.ok) throw new Error(`The API answered ${answer.status}.`)
    return answer.json()
  }
  const asked = Promise.all([ask(getSession), ask(getLocations)])
  const answers = await Promise.race([asked, after(LONGEST_MS)]).catch(() => null)
  if (!answers) return null
  const [session, { locations }] = answers as [Session, { locations: Location[] }]
  return { session, locations }
}

/** null after so many milliseconds. */
function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
