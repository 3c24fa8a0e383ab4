import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { deleteVehicle } from '@/lib/vehicles/delete-vehicle'
import { getVehicle } from '@/lib/vehicles/get-vehicle'
import { patchVehicle } from '@/lib/vehicles/patch-vehicle'
import { putVehicle } from '@/lib/vehicles/put-vehicle'

const ifMatchOf = (request: Request) => request.headers.get('if-match')

export const GET = route(operations.getVehicle, async ({ context, params }) => {
  const { vehicle, etag } = await getVehicle(context, params.vehicleId)
  return reply(200, vehicle, { ETag: etag })
})

export const PUT = route(operations.putVehicle, async ({ context, params: { vehicleId }, body, request }) => {
  const { created } = await putVehicle(context, { vehicleId, input: body, ifMatch: ifMatchOf(request) })
  return reply(created ? 201 : 200, { id: vehicleId })
})

export const PATCH = route(operations.patchVehicle, async ({ context, params: { vehicleId }, body, request }) => {
  await patchVehicle(context, { vehicleId, patch: body, ifMatch: ifMatchOf(request) })
  return { success: true }
})

export const DELETE = route(operations.deleteVehicle, async ({ context, params: { vehicleId }, request }) => {
  await deleteVehicle(context, { vehicleId, ifMatch: ifMatchOf(request) })
  return reply(204)
})
