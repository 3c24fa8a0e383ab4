import { createHmac, randomBytes } from 'node:crypto'
import { deriveKey } from '@/lib/auth/keys'
import { sameSecret } from '@/lib/auth/secret'
import { isSecure } from '@/lib/auth/secure-address'

const NAME = 'readyline.known_browser'
const HOLDS_SECONDS = 180 * 86_400
/** People share a screen in the control room; who has not signed in there for long is a stranger again. */
const MOST_ACCOUNTS = 8
const WELL_FORMED = new RegExp(`^[\\w-]{22}(\\.[\\w-]{22}){1,${MOST_ACCOUNTS}}$`)

/**
 * What a browser carries in which people have signed in: a number drawn by lot, and for each of their accounts a mark
 * that only this installation can make of the two. It opens nothing. It only has the attempts of this browser at these
 * accounts counted by themselves, so that guesses from the same network, or through the same proxy, keep nobody out.
 */
type Known = { browser: string; marks: string[] }

/**
 * The browser's number, if this account has been signed in to there before.
 * @param email in lower case, as the contract has it
 */
export function findKnownBrowser(headers: Headers, email: string): string | null {
  const known = read(headers)
  if (!known) return null
  const mark = markOf(known.browser, email)
  return known.marks.some((one) => sameSecret(one, mark)) ? known.browser : null
}

/** The Set-Cookie header by which a browser is known from now on for this account, beside the others of it. */
export function rememberBrowser(headers: Headers, email: string): string {
  const { browser, marks } = read(headers) ?? { browser: randomBytes(16).toString('base64url'), marks: [] }
  const mark = markOf(browser, email)
  const kept = [mark, ...marks.filter((one) => one !== mark)].slice(0, MOST_ACCOUNTS)
  const attributes = `Max-Age=${HOLDS_SECONDS}; Path=/api; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
  return `${NAME}=${[browser, ...kept].join('.')}; ${attributes}`
}

function read(headers: Headers): Known | null {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
  const value = cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
  if (!value || !WELL_FORMED.test(value)) return null
  const [browser = '', ...marks] = value.split('.')
  return { browser, marks }
}

function markOf(browser: string, email: string): string {
  const mac = createHmac('sha256', deriveKey('known browsers')).update(`${browser} ${email}`).digest()
  return mac.subarray(0, 16).toString('base64url')
}
