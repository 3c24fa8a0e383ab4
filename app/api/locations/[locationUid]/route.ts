import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { patchLocation } from '@/lib/locations/patch-location'
import { putLocation } from '@/lib/locations/put-location'
import { getLocationWithPeak } from '@/lib/planning/get-location-with-peak'

const ifMatchOf = (request: Request) => request.headers.get('if-match')

export const GET = route(operations.getLocation, async ({ context, params }) => {
  const { location, etag } = await getLocationWithPeak(context, params.locationUid)
  return reply(200, location, { ETag: etag })
})

export const PUT = route(operations.putLocation, async ({ context, params: { locationUid }, body, request }) => {
  const { created } = await putLocation(context, { uid: locationUid, input: body, ifMatch: ifMatchOf(request) })
  return reply(created ? 201 : 200, { id: locationUid })
})

export const PATCH = route(operations.patchLocation, async ({ context, params: { locationUid }, body, request }) => {
  const { etag } = await patchLocation(context, { uid: locationUid, patch: body, ifMatch: ifMatchOf(request) })
  return reply(200, { success: true }, { ETag: etag })
})
