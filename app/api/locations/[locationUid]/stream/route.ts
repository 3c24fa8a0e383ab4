import { operations } from '@/lib/contract/operations'
import { Refusal } from '@/lib/errors'
import { mayStill } from '@/lib/http/may-still'
import { route } from '@/lib/http/route'
import { changeHub } from '@/lib/live/change-hub'
import { eventStream } from '@/lib/live/event-stream'
import { getLocation } from '@/lib/locations/get-location'

export const GET = route(operations.streamChanges, async ({ context, request, params: { locationUid } }) => {
  await getLocation(context, locationUid)
  const mayListen = () => mayStill(request, 'read', locationUid)
  const stream = eventStream({ hub: changeHub, locationUid, mayListen })
  if (!stream) throw new Refusal('unavailable', 'Too many listen to changes already. Ask again later.')
  return stream
})
