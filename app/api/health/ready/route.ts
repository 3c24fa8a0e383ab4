import { operations } from '@/lib/contract/operations'
import { checkReady } from '@/lib/db/check-ready'
import { route } from '@/lib/http/route'

export const GET = route(operations.getReady, async ({ context }) => {
  await checkReady(context.db)
  return { status: 'ok' }
})
