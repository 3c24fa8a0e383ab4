import { authenticate } from '@/lib/auth/authenticate'
import { canSeeLocation, hasRole } from '@/lib/context'
import { operations } from '@/lib/contract/operations'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { changeHub } from '@/lib/live/change-hub'
import { eventStream } from '@/lib/live/event-stream'
import { getLocation } from '@/lib/locations/get-location'

export const GET = route(operations.streamChanges, async ({ context, request, params: { locationUid } }) => {
  const { location } = await getLocation(context, locationUid)
  const mayListen = async () => {
    const who = await authenticate(request, Date.now())
    return who !== null && hasRole(who, 'read') && canSeeLocation(who, locationUid)
  }
  const stream = eventStream({ hub: changeHub, locationUid: location.id, mayListen })
  if (!stream) throw new Refusal('unavailable', 'Too many listen to changes already. Ask again later.')
  return stream
})
