import { getAlarm } from '@/lib/alarms/get-alarm'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const GET = route(operations.getAlarm, ({ context, params: { alarmId } }) => getAlarm(context, alarmId))
