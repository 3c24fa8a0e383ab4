import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getPlanChanges } from '@/lib/planning/get-plan-changes'

export const GET = route(operations.getPlanChanges, ({ context, params }) => getPlanChanges(context, params))
