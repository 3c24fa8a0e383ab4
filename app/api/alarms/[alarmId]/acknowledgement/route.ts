import { acknowledgeAlarm } from '@/lib/alarms/acknowledge-alarm'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

/** Says who sees to an alarm (write). */
export const POST = route(operations.acknowledgeAlarm, ({ context, params: { alarmId }, query: { dryRun }, body }) =>
  acknowledgeAlarm(context, { alarmId, dryRun, name: body?.name }),
)
