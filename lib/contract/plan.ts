import { z } from 'zod'
import { STRATEGIES, TRIGGERS } from '@/lib/contract/enumerations'
import { described, EpochMs, quantity, Soc, Timestamp, text } from '@/lib/contract/primitives'
import { CurvePoint } from '@/lib/contract/vehicle'

/** The phases of charging that a segment's `tag` names (an array with one word). */
export const PHASES = ['minimum', 'bulk', 'saturation', 'preconditioning', 'idle'] as const

export const Strategy = z.enum(STRATEGIES, `must be one of ${STRATEGIES.join(', ')}`).meta({
  id: 'Strategy',
  description:
    'What a depot’s plans aim at, once every vehicle is ready: the lowest peak (`peak-supression`, spelt so), the lowest bill, the flattest load, or charging as soon as possible.',
  example: 'peak-supression',
})
export type Strategy = z.infer<typeof Strategy>

export const Trigger = z
  .enum(TRIGGERS)
  .meta({ id: 'Trigger', description: 'What a plan was made for.', example: 'schedule-changed' })
export type Trigger = z.infer<typeof Trigger>

const duration = quantity(0, 1e13)

/** A stretch of constant power. `from`, `to` epoch ms; power and energy at the vehicle. */
export const Segment = z
  .object(
    described(
      {
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
      },
      {
        from: 'When it begins, in epoch milliseconds.',
        to: 'When it ends, in epoch milliseconds.',
        durationMs: 'How long it lasts, in milliseconds.',
        powerkW: 'Constant power at the vehicle, in kW.',
        energykWh: 'Energy of the segment at the vehicle, in kWh.',
        startSoc: 'State of charge at its beginning, in percent.',
        endSoc: 'State of charge at its end, in percent.',
        paused: 'True where the vehicle draws nothing although it could.',
        powerUnlimited:
          'True where the vehicle is left at its own maximum power; powerkW is what the plan counts with.',
        powerIsBeingLimited: 'True where a limit holds the vehicle below its maximum, and it is no pause.',
        tag: 'The phase of charging, one word: minimum (below the minimum SoC), bulk, saturation (above the bulk SoC), preconditioning, or idle (the target is reached).',
      },
    ),
  )
  .meta({ id: 'Segment' })
export type Segment = z.infer<typeof Segment>

export const PowerRule = z
  .object(
    described(
      { tag: z.enum(PHASES, `must be one of ${PHASES.join(', ')}`), idealPowerkW: quantity(0).nullable() },
      {
        tag: 'The phase of charging in which the rule holds.',
        idealPowerkW: 'Power in kW at or below which a vehicle stays in this phase; null for none.',
      },
    ),
  )
  .meta({ id: 'PowerRule', example: { tag: 'bulk', idealPowerkW: 120 } })

const PlanPowerRule = z.object(
  described(
    { tag: text(40).nullish(), idealPowerkW: quantity().nullish() },
    {
      tag: 'The phase of charging in which the rule holds.',
      idealPowerkW: 'Power in kW at or below which the vehicle stays in this phase; null for none.',
    },
  ),
)

/** What the plan was made from. */
const PlanSchedule = z.object(
  described(
    {
      id: text(200).optional(),
      from: EpochMs.optional(),
      to: EpochMs.optional(),
      startSoc: Soc.optional(),
      startSocSource: z.enum(['measured', 'posted', 'estimated', 'assumed']).optional(),
      targetSoc: Soc.optional(),
      priority: quantity().optional(),
      ev: z
        .object(
          described(
            {
              batterySizekWh: quantity().optional(),
              maxPowerkW: quantity().optional(),
              chargingCurve: z.array(CurvePoint).max(1_000, 'must be at most 1000 points').optional(),
              supportsPausing: z.boolean().optional(),
              batteryEnergyNeedkWh: quantity().optional(),
              energyNeedkWh: quantity().optional(),
              preconditioning: z
                .object(
                  described(
                    {
                      vehiclePreconditioningEnergykWh: quantity().optional(),
                      vehiclePreconditioningTimeMs: duration.optional(),
                      batteryPreconditioningTimeMs: duration.optional(),
                    },
                    {
                      vehiclePreconditioningEnergykWh:
                        'Energy that heating or cooling takes before the departure, in kWh.',
                      vehiclePreconditioningTimeMs: 'How long heating or cooling takes, in milliseconds.',
                      batteryPreconditioningTimeMs:
                        'How long conditioning the battery takes, in milliseconds; no charging in that time.',
                    },
                  ),
                )
                .optional(),
            },
            {
              batterySizekWh: 'Usable battery, in kWh.',
              maxPowerkW: 'Most power that the vehicle takes, in kW.',
              chargingCurve:
                'Most power by state of charge, linear between the points: as entered, learned or usual. Left out: flat.',
              supportsPausing: 'Whether charging can pause and go on.',
              batteryEnergyNeedkWh: 'Energy from the start SoC to the target, in kWh.',
              energyNeedkWh: 'That and the energy of preconditioning, in kWh.',
              preconditioning: 'What has to be done before the vehicle leaves.',
            },
          ),
        )
        .optional(),
      settings: z
        .object(
          described(
            {
              evMinPowerkW: quantity().optional(),
              evMaxPowerkW: quantity().optional(),
              departureMarginMinutes: quantity().optional(),
              minimumSoC: Soc.optional(),
              bulkSoC: Soc.optional(),
              powerRules: z.array(PlanPowerRule).max(20).optional(),
            },
            {
              evMinPowerkW: 'Minimum power that is not 0, in kW.',
              evMaxPowerkW: 'Most power allowed, in kW.',
              departureMarginMinutes: 'Minutes before the departure by which charging is to be done.',
              minimumSoC: 'What the next duty needs, in percent.',
              bulkSoC: 'Where the phase bulk ends and saturation begins, in percent.',
              powerRules: 'Ideal powers by phase; an empty list for none.',
            },
          ),
        )
        .optional(),
      tx: z
        .object(
          described(
            { chargingStartTime: text(40).nullish(), chargingEndTime: text(40).nullish() },
            {
              chargingStartTime: 'When charging really began, ISO 8601; absent while it is not known.',
              chargingEndTime: 'When charging really ended, ISO 8601; absent while it is not known.',
            },
          ),
        )
        .nullish(),
    },
    {
      id: 'The id of the schedule.',
      from: 'When the vehicle can begin to charge, in epoch milliseconds.',
      to: 'Its departure, in epoch milliseconds.',
      startSoc: 'State of charge that the plan starts from, in percent.',
      startSocSource:
        'Where that comes from: measured in this stay, posted, estimated from the last known SoC less the trip, or assumed by the location.',
      targetSoc: 'State of charge that is charged to, in percent.',
      priority: 'Higher goes first where there is not enough for all.',
      ev: 'The vehicle as the plan knew it.',
      settings: 'The settings that the plan was made with.',
      tx: 'What the chargers said of the session.',
    },
  ),
)

/** The reference's `plan`: power over time for one schedule. */
export const Plan = z
  .object(
    described(
      {
        departureMarginMs: duration.optional(),
        endSoc: Soc.optional(),
        endTime: EpochMs.optional(),
        energyKwh: quantity().optional(),
        reachedTargetSocInSchedule: z.boolean().optional(),
        usesMargin: z.boolean().optional(),
        schedule: PlanSchedule.optional(),
        segments: z.array(Segment).max(5_000).optional(),
        pastSegments: z.array(Segment).max(5_000).optional(),
      },
      {
        departureMarginMs: 'The time before the departure that the plan keeps free, in milliseconds.',
        endSoc: 'State of charge at the departure by this plan, in percent.',
        endTime: 'When the last energy is delivered, in epoch milliseconds.',
        energyKwh: 'Energy that this plan delivers to the vehicle, in kWh.',
        reachedTargetSocInSchedule: 'Whether the target is reached by this plan.',
        usesMargin:
          'Whether charging goes on in the departure margin, because the target could not be reached otherwise.',
        schedule: 'What the plan was made from.',
        segments: 'What is to come, without a gap and in order; empty where nothing is.',
        pastSegments: 'What was before the plan was made: measured, else as planned then; empty where nothing is past.',
      },
    ),
  )
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>

/** Where a plan comes from. `frozen`: the planner does not replace it and counts it as a fixed load. */
export const PlanMeta = z
  .object(
    described(
      {
        frozen: z.boolean().optional(),
        strategy: text(60).optional(),
        strategyVersion: text(60).optional(),
        timestamp: Timestamp.max(40).optional(),
        trigger: text(60).optional(),
        triggerDescription: text(1_000).optional(),
      },
      {
        frozen:
          'True: the planner does not replace this plan and counts it as a fixed load. A change of arrival, departure or location ends that.',
        strategy: 'The strategy that the plan was made with.',
        strategyVersion: 'The version of the strategy.',
        timestamp: 'When the plan was made, ISO 8601.',
        trigger: 'What it was made for, such as schedule-changed or soc-updated.',
        triggerDescription: 'What it was made for, a sentence for people.',
      },
    ),
  )
  .meta({ id: 'PlanMeta' })
export type PlanMeta = z.infer<typeof PlanMeta>
