import { deleteToken } from '@/lib/auth/delete-token'
import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'

export const DELETE = route(operations.deleteToken, async ({ context, params }) => {
  await deleteToken(context, params)
  return reply(204)
})
