import { listTokenCalls } from '@/lib/auth/list-token-calls'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const GET = route(operations.listTokenCalls, ({ context, params, query }) =>
  listTokenCalls(context, { ...params, ...query }),
)
