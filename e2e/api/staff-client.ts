import { type Answer, type CallOptions, call, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'

export const PASSWORD = 'a long passphrase'

/** The session cookie of an answer, as a browser would send it back. */
export function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Signs in without an access token, as a browser does. */
export function signIn(email: string, password = PASSWORD, more: CallOptions = {}): Promise<Answer> {
  return call('POST', '/session', { token: null, body: { email, password }, ...more })
}

/** Calls the API with a session cookie, from the server's own origin unless told otherwise (null sends none). */
export function callAs(
  cookie: string,
  method: string,
  path: string,
  { origin, headers, ...more }: CallOptions & { origin?: string | null } = {},
): Promise<Answer> {
  const from = origin === undefined ? (more.url ?? given('apiUrl')) : origin
  return call(method, path, { token: null, ...more, headers: { cookie, ...(from && { origin: from }), ...headers } })
}

/** A new member of staff, signed in. */
export async function makeStaff(
  role: 'read' | 'write' | 'admin',
  locationUids?: string[],
): Promise<{ id: string; email: string; cookie: string }> {
  const email = `${unique('staff')}@depot.example`
  const body = { name: `Staff ${role}`, email, password: PASSWORD, role, locationUids }
  const { body: member } = await call('POST', '/staff', { body })
  return { id: member.id, email, cookie: cookieOf(await signIn(email)) }
}
