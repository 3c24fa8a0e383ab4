import { z } from 'zod'
import { Id } from '@/lib/contract/primitives'
import { MAX_REMOVED, PostedSchedules, RemovalLimit } from '@/lib/contract/schedule'

const MAX_VEHICLES = 500

/** What is posted for one vehicle of a batch. */
export const BatchVehicle = PostedSchedules.extend({ vehicleId: Id.describe('The id of the vehicle.') }).meta({
  id: 'BatchVehicle',
})
export type BatchVehicle = z.output<typeof BatchVehicle>

/**
 * The vehicles of a batch are checked one by one, their ids included, so that one vehicle's error does not touch
 * another's. Only one that comes twice makes the call ambiguous.
 */
export const ScheduleBatchBody = z
  .object({
    vehicles: z
      .array(z.unknown(), 'must be an array of vehicles')
      .max(MAX_VEHICLES, `must be at most ${MAX_VEHICLES} vehicles`),
    maxRemoved: RemovalLimit.nullish(),
  })
  .superRefine(({ vehicles }, context) => {
    const seen = new Set<string>()
    vehicles.forEach((vehicle, index) => {
      const id = Id.safeParse(sentVehicleId(vehicle))
      if (!id.success) return
      if (seen.has(id.data))
        context.addIssue({
          code: 'custom',
          path: ['vehicles', index, 'vehicleId'],
          message: `names ${id.data} a second time`,
        })
      seen.add(id.data)
    })
  })

/** The `vehicleId` of an entry of a batch as it was sent, whatever it is. */
export function sentVehicleId(vehicle: unknown): unknown {
  return typeof vehicle === 'object' && vehicle !== null && 'vehicleId' in vehicle ? vehicle.vehicleId : undefined
}

/** The body as its sender should make it. */
export const ScheduleBatchDocument = z
  .object({
    vehicles: z
      .array(BatchVehicle)
      .max(MAX_VEHICLES)
      .describe('What is posted for each vehicle, each vehicle once, at most 500.'),
    maxRemoved: RemovalLimit.nullish().describe(MAX_REMOVED),
  })
  .meta({ id: 'ScheduleBatch' })
