import { z } from 'zod'
import { EpochMs, quantity, Soc, Timestamp, text } from '@/lib/contract/primitives'

/** The phases of charging that a segment's `tag` names (an array with one word). */
export const PHASES = ['minimum', 'bulk', 'saturation', 'preconditioning', 'idle'] as const

export const STRATEGIES = ['peak-supression', 'lowest-cost', 'balanced', 'as-soon-as-possible'] as const
export const Strategy = z
  .enum(STRATEGIES, `must be one of ${STRATEGIES.join(', ')}`)
  .meta({ id: 'Strategy', example: 'peak-supression' })
export type Strategy = z.infer<typeof Strategy>

export const TRIGGERS = [
  'ev-connected',
  'ev-disconnected',
  'soc-updated',
  'schedule-changed',
  'vehicle-changed',
  'settings-changed',
  'horizon-moved',
  'manual',
] as const
export const Trigger = z.enum(TRIGGERS).meta({ id: 'Trigger', example: 'schedule-changed' })
export type Trigger = z.infer<typeof Trigger>

const duration = quantity(0, 1e13)

/** A stretch of constant power. `from`, `to` epoch ms; power and energy at the vehicle. */
export const Segment = z
  .object({
    from: EpochMs,
    to: EpochMs,
    durationMs: duration.optional(),
    powerkW: quantity(),
    energykWh: quantity().optional(),
    startSoc: Soc.optional(),
    endSoc: Soc.optional(),
    paused: z.boolean().optional(),
    powerUnlimited: z.boolean().optional(),
    powerIsBeingLimited: z.boolean().optional(),
    tag: z.array(text(40)).max(8).optional(),
  })
  .meta({ id: 'Segment' })
export type Segment = z.infer<typeof Segment>

export const PowerRule = z
  .object({ tag: z.enum(PHASES, `must be one of ${PHASES.join(', ')}`), idealPowerkW: quantity(0).nullable() })
  .meta({ id: 'PowerRule', example: { tag: 'bulk', idealPowerkW: 120 } })

const PlanPowerRule = z.object({ tag: text(40).nullish(), idealPowerkW: quantity().nullish() })

/** What the plan was made from. */
const PlanSchedule = z.object({
  id: text(200).optional(),
  from: EpochMs.optional(),
  to: EpochMs.optional(),
  startSoc: Soc.optional(),
  startSocSource: z.enum(['measured', 'posted', 'estimated', 'assumed']).optional(),
  targetSoc: Soc.optional(),
  priority: quantity().optional(),
  ev: z
    .object({
      batterySizekWh: quantity().optional(),
      maxPowerkW: quantity().optional(),
      supportsPausing: z.boolean().optional(),
      batteryEnergyNeedkWh: quantity().optional(),
      energyNeedkWh: quantity().optional(),
      preconditioning: z
        .object({
          vehiclePreconditioningEnergykWh: quantity().optional(),
          vehiclePreconditioningTimeMs: duration.optional(),
          batteryPreconditioningTimeMs: duration.optional(),
        })
        .optional(),
    })
    .optional(),
  settings: z
    .object({
      evMinPowerkW: quantity().optional(),
      evMaxPowerkW: quantity().optional(),
      departureMarginMinutes: quantity().optional(),
      minimumSoC: Soc.optional(),
      bulkSoC: Soc.optional(),
      powerRules: z.array(PlanPowerRule).max(20).optional(),
    })
    .optional(),
  tx: z.object({ chargingStartTime: text(40).nullish(), chargingEndTime: text(40).nullish() }).nullish(),
})

/** The reference's `plan`: power over time for one schedule. */
export const Plan = z
  .object({
    departureMarginMs: duration.optional(),
    endSoc: Soc.optional(),
    endTime: EpochMs.optional(),
    energyKwh: quantity().optional(),
    reachedTargetSocInSchedule: z.boolean().optional(),
    usesMargin: z.boolean().optional(),
    schedule: PlanSchedule.optional(),
    segments: z.array(Segment).max(5_000).optional(),
    pastSegments: z.array(Segment).max(5_000).optional(),
  })
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>

/** Where a plan comes from. `frozen`: the planner does not replace it and counts it as a fixed load. */
export const PlanMeta = z
  .object({
    frozen: z.boolean().optional(),
    strategy: text(60).optional(),
    strategyVersion: text(60).optional(),
    timestamp: Timestamp.max(40).optional(),
    trigger: text(60).optional(),
    triggerDescription: text(1_000).optional(),
  })
  .meta({ id: 'PlanMeta' })
export type PlanMeta = z.infer<typeof PlanMeta>
