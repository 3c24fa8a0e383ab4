import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { deleteStation } from '@/lib/stations/delete-station'
import { getStation } from '@/lib/stations/get-station'
import { patchStation } from '@/lib/stations/patch-station'
import { putStation } from '@/lib/stations/put-station'

const ifMatchOf = (request: Request) => request.headers.get('if-match')

export const GET = route(operations.getStation, async ({ context, params }) => {
  const { station, etag } = await getStation(context, params.stationId)
  return reply(200, station, { ETag: etag })
})

export const PUT = route(operations.putStation, async ({ context, params: { stationId }, body, request }) => {
  const { created } = await putStation(context, { stationId, input: body, ifMatch: ifMatchOf(request) })
  return reply(created ? 201 : 200, { id: stationId })
})

export const PATCH = route(operations.patchStation, async ({ context, params: { stationId }, body, request }) => {
  await patchStation(context, { stationId, patch: body, ifMatch: ifMatchOf(request) })
  return { success: true }
})

export const DELETE = route(operations.deleteStation, async ({ context, params: { stationId }, request }) => {
  await deleteStation(context, { stationId, ifMatch: ifMatchOf(request) })
  return reply(204)
})
