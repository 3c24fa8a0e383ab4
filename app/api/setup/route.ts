import { clientAddress } from '@/lib/auth/client-address'
import { rememberBrowser } from '@/lib/auth/known-browser'
import { refuseInsecureSignIn } from '@/lib/auth/secure-address'
import { setUp } from '@/lib/auth/set-up'
import { operations } from '@/lib/contract/operations'
import { createDemoDepot } from '@/lib/demo/create-demo-depot'
import { reply, route } from '@/lib/http/route'

export const POST = route(operations.setup, async ({ context, body, request }) => {
  refuseInsecureSignIn(request.headers.get('origin'))
  const input = { ...body, address: clientAddress(request) }
  const { session, setCookie } = await setUp(context, input, createDemoDepot)
  return reply(201, session, { 'Set-Cookie': [setCookie, rememberBrowser(request.headers, body.email)] })
})
