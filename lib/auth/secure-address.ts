import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { log } from '@/lib/log'

/** The https address that people use the app at; undefined where PUBLIC_URL says none. */
export function secureAddress(): string | undefined {
  const { publicUrl } = env()
  return isSecure(publicUrl) ? publicUrl : undefined
}

/** Whether people use the app over https, so that its cookies travel by https only. */
export function isSecure(publicUrl = env().publicUrl): boolean {
  return publicUrl?.startsWith('https:') ?? false
}

/**
 * Refuses to start a session in a page that came over http while PUBLIC_URL is https: the browser would drop its cookie,
 * and whoever signed in would be asked to sign in again, without a word. A page of this very machine is let through:
 * browsers keep such cookies there.
 * @param origin the `Origin` header; a program that sends none looks after its cookies itself
 * @throws Refusal 422 that names the address to use
 */
export function refuseInsecureSignIn(origin: string | null, publicUrl = env().publicUrl): void {
  if (!publicUrl || !isSecure(publicUrl) || !origin?.startsWith('http:')) return
  if (!URL.canParse(origin) || isThisMachine(new URL(origin).hostname)) return
  const came = new URL(origin).origin
  log.warn({ came, publicUrl }, 'a sign-in over http beside a secure PUBLIC_URL was refused')
  throw new Refusal(
    'impossible',
    `This page came over http (${came}), and the session cookie travels by https only, because PUBLIC_URL is ${publicUrl}: you would not stay signed in. Open ${publicUrl} instead.`,
  )
}

function isThisMachine(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
