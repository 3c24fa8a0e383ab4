import { bearerOf } from '@/lib/auth/authenticate'
import { clientAddress } from '@/lib/auth/client-address'
import { refreshAccessToken } from '@/lib/auth/refresh-access-token'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const GET = route(operations.refreshAccessToken, ({ context, request }) =>
  refreshAccessToken(context, {
    secret: bearerOf(request.headers.get('authorization')),
    address: clientAddress(request),
  }),
)
