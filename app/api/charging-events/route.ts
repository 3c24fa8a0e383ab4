import { recordEvents } from '@/lib/charging/record-events'
import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'

export const POST = route(operations.postChargingEvents, async ({ context, body }) => ({
  results: await recordEvents(context, body.events),
}))
