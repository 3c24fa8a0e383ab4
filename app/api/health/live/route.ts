import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const GET = route(operations.getLive, async () => ({ status: 'ok' }))
