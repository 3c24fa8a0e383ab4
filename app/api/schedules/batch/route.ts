import { operations } from '@/lib/contract/operations'
import { BatchVehicle, sentVehicleId } from '@/lib/contract/schedule-batch'
import { parsePart } from '@/lib/http/parse-input'
import { problemResponse } from '@/lib/http/problem'
import { route } from '@/lib/http/route'
import { shownId } from '@/lib/http/shown-id'
import { postScheduleBatch } from '@/lib/schedules/post-schedule-batch'
import type { PostOutcome } from '@/lib/schedules/reconcile-vehicles'
import { lowerLimit } from '@/lib/schedules/removal-limit'

export const POST = route(operations.postScheduleBatch, async ({ context, query, body }) => {
  const vehicles = body.vehicles.map((vehicle) => ({
    vehicleId: shownId(sentVehicleId(vehicle)),
    read: () => parsePart(BatchVehicle, vehicle),
  }))
  const maxRemoved = lowerLimit(query.maxRemoved, body.maxRemoved)
  const outcomes = await postScheduleBatch(context, vehicles, { ...query, maxRemoved })
  return { results: await Promise.all(outcomes.map(toResult)) }
})

/** What the call for one vehicle would have answered. */
async function toResult(outcome: PostOutcome) {
  const { vehicleId } = outcome
  if ('answer' in outcome) return { vehicleId, status: 200, ...outcome.answer }
  const refused = problemResponse(outcome.thrown, `/api/vehicles/${encodeURIComponent(vehicleId)}/schedules`)
  return { vehicleId, status: refused.status, error: await refused.json() }
}
