import { createToken } from '@/lib/auth/create-token'
import { listTokens } from '@/lib/auth/list-tokens'
import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'

export const GET = route(operations.listTokens, ({ context, query }) => listTokens(context, query))

export const POST = route(operations.createToken, async ({ context, body }) =>
  reply(201, await createToken(context, body)),
)
