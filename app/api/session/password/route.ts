import { clientAddress } from '@/lib/auth/client-address'
import { resetPassword } from '@/lib/auth/reset-password'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const POST = route(operations.resetPassword, async ({ context, body, request }) => {
  await resetPassword(context, { ...body, address: clientAddress(request) })
  return { success: true }
})
