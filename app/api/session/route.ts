import { clientAddress } from '@/lib/auth/client-address'
import { getSession } from '@/lib/auth/get-session'
import { findKnownBrowser, rememberBrowser } from '@/lib/auth/known-browser'
import { patchSession } from '@/lib/auth/patch-session'
import { rememberLanguage } from '@/lib/auth/reader-language'
import { refuseInsecureSignIn } from '@/lib/auth/secure-address'
import { signIn } from '@/lib/auth/sign-in'
import { signOut } from '@/lib/auth/sign-out'
import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'

export const GET = route(operations.getSession, ({ context }) => getSession(context))

export const POST = route(operations.signIn, async ({ context, body, request }) => {
  const { headers } = request
  refuseInsecureSignIn(headers.get('origin'))
  const knownBrowser = findKnownBrowser(headers, body.email)
  const { session, setCookie } = await signIn(context, { ...body, address: clientAddress(request), knownBrowser })
  return reply(200, session, { 'Set-Cookie': [setCookie, rememberBrowser(headers, body.email)] })
})

export const PATCH = route(operations.patchSession, async ({ context, body }) => {
  const session = await patchSession(context, body)
  return reply(200, session, { 'Set-Cookie': rememberLanguage(session.language ?? null) })
})

export const DELETE = route(operations.signOut, async ({ context, request }) => {
  const { setCookie } = await signOut(context, request.headers)
  return reply(204, undefined, { 'Set-Cookie': setCookie })
})
