import { z } from 'zod'
import { Timestamp } from '@/lib/contract/primitives'
import { EvSchedule } from '@/lib/contract/schedule'

/** A departure's state, worst first. The words and colours are the UI's. */
export const READINESS_STATES = [
  'will-miss',
  'fault',
  'not-charging',
  'not-plugged-in',
  'not-heard-of',
  'at-risk',
  'short-of-target',
  'no-plan',
  'on-track',
  'away',
  'ready',
] as const
export const ReadinessState = z.enum(READINESS_STATES)
export type ReadinessState = z.infer<typeof ReadinessState>

/** Why a vehicle is in its state, as a code; the UI has the words. */
export const READINESS_REASONS = [
  'stay-too-short',
  'site-limit',
  'not-plugged-in',
  'soc-unknown',
  'started-too-late',
  'frozen-plan',
  'battery-size-unknown',
  'charge-power-unknown',
  'scheduling-disabled',
  'not-planned-yet',
  'beyond-horizon',
] as const
export const ReadinessReason = z.enum(READINESS_REASONS)
export type ReadinessReason = z.infer<typeof ReadinessReason>

export const Departure = z
  .object({
    schedule: EvSchedule,
    vehicleName: z.string().optional(),
    licensePlate: z.string().optional(),
    state: ReadinessState,
    reason: ReadinessReason.optional(),
    soc: z
      .object({
        value: z.number(),
        source: z.enum(['measured', 'posted', 'estimated', 'assumed', 'planned']),
        at: z.string(),
      })
      .optional(),
    predictedSoC: z.number().optional(),
    shortfallSoC: z.number().optional(),
    shortfallkWh: z.number().optional(),
    slackMinutes: z.number().optional(),
    lateMinutes: z.number().optional(),
    lastEventAt: Timestamp.optional().meta({
      description: 'The last word of the chargers on this vehicle; only while it is connected',
    }),
  })
  .meta({ id: 'Departure' })
export type Departure = z.infer<typeof Departure>

/** The departures of one vehicle. */
export const VehicleDepartures = z
  .object({ departures: z.array(Departure).describe('By departure; what the readiness boards of its depots say.') })
  .meta({ id: 'VehicleDepartures' })
export type VehicleDepartures = z.infer<typeof VehicleDepartures>

/** The readiness board: departures of the next hours, what needs attention first, then by departure. */
export const Readiness = z
  .object({
    locationUid: z.string(),
    timestamp: z.string(),
    from: z.string(),
    to: z.string(),
    departures: z.array(Departure),
    counts: z.object({
      here: z.number().int(),
      ready: z.number().int(),
      atRisk: z.number().int(),
      missing: z.number().int(),
      /** Connected, and no schedule speaks of them. */
      withoutSchedule: z.number().int().optional(),
    }),
    site: z.object({
      powerkW: z.number().describe('What the whole site draws now, kW.'),
      source: z
        .enum(['measured', 'planned'])
        .describe('Whether chargers said what all vehicles draw now, or plans stand in for some of it.'),
      plannedkW: z.number().describe('What the whole site was to draw now by the plans, kW.'),
      baseLoadkW: z.number().describe('The site’s own consumption now, kW.'),
      limitkW: z.number().optional().describe('The limit that holds now, kW.'),
      peak15kW: z.number().describe('The highest quarter-hour mean by the plans, kW.'),
      uncontrolledPeak15kW: z.number().describe('The same if every vehicle took its full power from its arrival, kW.'),
    }),
    /** Since when the depot has waited for a plan; only where that is over a minute. */
    planOverdueSince: z.string().optional(),
    lastPlan: z
      .object({
        timestamp: z.string(),
        trigger: z.string(),
        triggerDescription: z.string().optional(),
        pending: z.boolean(),
        failed: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'Readiness' })
export type Readiness = z.infer<typeof Readiness>
