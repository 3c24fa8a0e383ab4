import { listAlarms } from '@/lib/alarms/list-alarms'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

/** The alarms of a location (read): those that go on, or the history. */
export const GET = route(operations.listAlarms, ({ context, params, query }) =>
  listAlarms(context, { ...params, ...query }),
)
