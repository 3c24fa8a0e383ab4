import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { assignStranger } from '@/lib/stations/assign-stranger'

export const POST = route(operations.assignStranger, async ({ context, params: { stationId, evseId }, body }) => {
  await assignStranger(context, { stationId, evseId, vehicleId: body.vehicleId })
  return { success: true }
})
