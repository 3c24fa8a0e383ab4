import { listAudit } from '@/lib/audit/list-audit'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const GET = route(operations.listAudit, ({ context, query }) => listAudit(context, query))
