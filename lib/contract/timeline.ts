import { z } from 'zod'
import { described, EpochMs, Id, LocationUid } from '@/lib/contract/primitives'
import { ReadinessReason, ReadinessState } from '@/lib/contract/readiness'

const steps = () => z.array(z.tuple([z.number(), z.number(), z.number()]))

/** One stay as pictures show it. */
export const TimelineStay = z
  .object(
    described(
      {
        id: Id,
        vehicleId: Id,
        arrival: EpochMs,
        departure: EpochMs,
        targetSoC: z.number(),
        predictedSoC: z.number().optional(),
        state: ReadinessState.optional(),
        reason: ReadinessReason.optional(),
        blockId: z.string().optional(),
        frozen: z.boolean().optional(),
        chargeNowBy: z.string().optional(),
        place: z.string().optional(),
        maxPowerkW: z.number().optional(),
        past: steps(),
        planned: steps(),
      },
      {
        id: 'The schedule’s id.',
        vehicleId: 'The vehicle’s id.',
        arrival: 'The planned arrival, epoch milliseconds.',
        departure: 'The planned departure, epoch milliseconds.',
        targetSoC: 'What is charged to, percent.',
        predictedSoC: 'The SoC at the departure as the board computes it, percent; absent where it is not known.',
        state: 'The departure’s state, as on the readiness board; absent once the stay is over.',
        reason: 'Why it is in its state, where that is known.',
        blockId: 'The sender’s own reference of the duty that follows, where there is one.',
        frozen: 'True where the plan is frozen.',
        chargeNowBy: 'Who asked that it charges at full power, whatever the strategy says; absent where nobody did.',
        place:
          'What people call the place where the vehicle is plugged in; absent where it is not, or where nobody says it.',
        maxPowerkW: 'The vehicle’s maximum power, kW; absent where it is not known.',
        past: 'What elapsed of its plans: from, to (minutes after the arrival) and power (kW) of each step with power.',
        planned: 'What is planned: from, to (minutes after the arrival) and power (kW) of each step with power.',
      },
    ),
  )
  .meta({ id: 'TimelineStay' })
export type TimelineStay = z.infer<typeof TimelineStay>

/** The stays of a location in a range, small enough to be drawn by the thousand. */
export const Timeline = z
  .object(
    described(
      { locationUid: LocationUid, from: EpochMs, to: EpochMs, stays: z.array(TimelineStay) },
      {
        locationUid: 'The location.',
        from: 'The beginning of the range, epoch milliseconds.',
        to: 'The end of the range, epoch milliseconds.',
        stays: 'The stays that overlap the range, by arrival, then id.',
      },
    ),
  )
  .meta({ id: 'Timeline' })
export type Timeline = z.infer<typeof Timeline>
