import { operations } from '@/lib/contract/operations'
import { BatchVehicle, sentVehicleId } from '@/lib/contract/schedule'
import { parsePart } from '@/lib/http/parse-input'
import { problemResponse } from '@/lib/http/problem'
import { route } from '@/lib/http/route'
import { postScheduleBatch } from '@/lib/schedules/post-schedule-batch'
import type { PostOutcome } from '@/lib/schedules/reconcile-vehicles'
import { lowerLimit } from '@/lib/schedules/removal-limit'

export const POST = route(operations.postScheduleBatch, async ({ context, query, body }) => {
  const vehicles = body.vehicles.map((vehicle) => ({
    vehicleId: shown(sentVehicleId(vehicle)),
    read: () => parsePart(BatchVehicle, vehicle),
  }))
  const maxRemoved = lowerLimit(query.maxRemoved, body.maxRemoved)
  const outcomes = await postScheduleBatch(context, vehicles, { ...query, maxRemoved })
  return { results: await Promise.all(outcomes.map(toResult)) }
})

const MAX_SHOWN = 200

/** A vehicle id as its sender wrote it, so that the result of a malformed one can be found. */
function shown(vehicleId: unknown): string {
  const text = typeof vehicleId === 'string' ? vehicleId : (JSON.stringify(vehicleId) ?? '')
  return text.slice(0, MAX_SHOWN)
}

/** What the call for one vehicle would have answered. */
async function toResult(outcome: PostOutcome) {
  const { vehicleId } = outcome
  if ('answer' in outcome) return { vehicleId, status: 200, ...outcome.answer }
  const refused = problemResponse(outcome.thrown, `/api/vehicles/${encodeURIComponent(vehicleId)}/schedules`)
  return { vehicleId, status: refused.status, error: await refused.json() }
}
