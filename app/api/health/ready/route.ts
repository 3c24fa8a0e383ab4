import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getReady } from '@/lib/metrics/get-ready'

export const GET = route(operations.getReady, ({ context }) => getReady(context.db, context.now))
