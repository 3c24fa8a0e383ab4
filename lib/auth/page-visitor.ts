import { hasAdministrator } from '@/lib/auth/administrators'
import { knownLanguage } from '@/lib/auth/reader-language'
import { sessionCookieOf } from '@/lib/auth/sign-in'
import { hasSessionCookie, principalOfStaff, staffAuth } from '@/lib/auth/staff-auth'
import type { Language } from '@/lib/contract/enumerations'
import { reservedConnection } from '@/lib/db/client'
import { log, noteCaller } from '@/lib/log'

/** Who opens a page, and the language that they chose; `setCookie` lengthens a session that is in use, about once a day. */
export type PageVisitor = { signedIn: boolean; hasAdministrator: boolean; language?: Language; setCookie?: string }

/** Finds out about the visitor of a page by the cookies in these headers. */
export async function findPageVisitor(headers: Headers): Promise<PageVisitor> {
  if (hasSessionCookie(headers)) {
    const found = await readSession(headers)
    if (found.response) noteCaller(principalOfStaff(found.response.user))
    const renewed = found.headers.getSetCookie().length > 0
    // Whoever is signed in came after the first administrator, which the app never loses again.
    if (found.response) {
      const language = knownLanguage(found.response.user.language)
      const setCookie = renewed ? sessionCookieOf(found.headers) : undefined
      return { signedIn: true, hasAdministrator: true, language, setCookie }
    }
  }
  return { signedIn: false, hasAdministrator: await hasAdministrator(reservedConnection('identity').db) }
}

/** A session that cannot be lengthened at this moment, because nothing can be written, is one all the same. */
async function readSession(headers: Headers) {
  const { api } = staffAuth()
  try {
    return await api.getSession({ headers, returnHeaders: true })
  } catch (error) {
    log.warn({ err: error }, 'a session could not be lengthened')
    return await api.getSession({ headers, returnHeaders: true, query: { disableRefresh: true } })
  }
}
