import { z } from 'zod'
import { LoadTotals, LocationInput } from '@/lib/contract/location'
import { described, Id, Instant, Priority, quantity, Soc, Timestamp, text } from '@/lib/contract/primitives'
import { ScheduleId } from '@/lib/contract/schedule'
import { ChargingStationPatch, EvseInput, EvseNumber } from '@/lib/contract/station'
import { VehicleInput } from '@/lib/contract/vehicle'

const MOST = 1_000
const listOf = <T extends z.ZodType>(entry: T, what: string) =>
  z.array(entry, `must be an array of ${what}`).max(MOST, `must be at most ${MOST} ${what}`).nullish()

const countUpTo = (most: number) =>
  z
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(most, `must be at most ${most}`)

/** The settings of a location that plans depend on, as its PATCH takes them. */
const settings = LocationInput.pick({
  powerLimitkW: true,
  powerLimits: true,
  strategy: true,
  tariff: true,
  baseLoad: true,
  chargingEfficiency: true,
  minimumSoC: true,
  bulkSoC: true,
  departureMarginMinutes: true,
  readyBufferMinutes: true,
  assumedArrivalSoC: true,
  powerRules: true,
}).shape

/** What of a vehicle plans depend on, as its PATCH takes it. */
const vehicle = VehicleInput.pick({
  fullChargeEnergykWh: true,
  maxChargePowerkW: true,
  minChargePowerkW: true,
  minPreconditioningPowerkW: true,
  supportsPauseResume: true,
  enableChargeScheduling: true,
  v2icpParameters: true,
  preconditioning: true,
  chargingCurve: true,
}).shape

/** What of a charging station plans depend on, as its PATCH takes it. */
const station = {
  ...ChargingStationPatch.pick({ maxPowerkW: true }).shape,
  evses: listOf(EvseInput.pick({ evseId: true, maxPowerkW: true }), 'evses').meta({
    description: 'Evses with other powers; one that is left out stays as it is.',
  }),
}

const wanted = described(
  { startSoC: Soc.nullish(), targetSoC: Soc.nullish(), minimumSoC: Soc.nullish(), priority: Priority.nullish() },
  {
    startSoC: 'State of charge on arrival, in percent, where none is measured.',
    targetSoC: 'State of charge that is wanted at the departure, in percent; null: the location’s default.',
    minimumSoC: 'State of charge that the next duty needs, in percent; null: the location’s.',
    priority: 'Higher goes first where there is not enough for all; null: 0.',
  },
)

const ChangedSchedule = z.object({
  ...described(
    {
      id: ScheduleId.min(1, 'must be the id of a schedule'),
      plannedArrivalTime: Instant.optional(),
      plannedDepartureTime: Instant.optional(),
      chargeNow: z.boolean('must be true or false').nullish(),
      frozen: z.boolean('must be true or false').nullish(),
    },
    {
      id: 'A dated schedule or an occurrence of the next 14 days.',
      plannedArrivalTime: 'When it would arrive. Left out: as it is.',
      plannedDepartureTime: 'When it would leave, later than the arrival. Left out: as it is.',
      chargeNow:
        'Whether it would charge at full power from now on, as POST /schedules/{scheduleId}/charge-now asks; it changes nothing for a vehicle that is not here or has its target. Left out: as it is.',
      frozen: 'Whether its plan would be kept as it is, as `planMeta.frozen` of its PATCH says. Left out: as it is.',
    },
  ),
  ...wanted,
})

const NewSchedule = z.object({
  ...described(
    { vehicleId: Id, plannedArrivalTime: Instant, plannedDepartureTime: Instant },
    {
      vehicleId: 'The vehicle.',
      plannedArrivalTime: 'When it would arrive, within the next 36 hours to be compared.',
      plannedDepartureTime: 'When it would leave, later than the arrival.',
    },
  ),
  ...wanted,
})

/** What would be otherwise, for a plan that is only tried. */
export const PlanOverrides = z
  .object({
    ...settings,
    ...described(
      {
        delayedVehicles: listOf(
          z.object({
            vehicleId: Id.describe('A vehicle that is still to come.'),
            delayMinutes: quantity(0, 7 * 24 * 60).describe('By how many minutes it comes later.'),
          }),
          'delays',
        ),
        lateArrivals: z
          .object(
            described(
              { count: countUpTo(10_000), delayMinutes: quantity(0, 7 * 24 * 60) },
              { count: 'How many vehicles.', delayMinutes: 'By how many minutes they come later.' },
            ),
          )
          .nullish(),
        moreEnergyPercent: quantity(-90, 300).nullish(),
        chargersOut: listOf(
          z.object({
            stationId: text(100).describe('The charging station.'),
            evseId: EvseNumber.nullish().describe('One evse of it. Left out: all of them.'),
          }),
          'chargers',
        ),
        stations: listOf(z.object({ stationId: text(100).describe('The charging station.'), ...station }), 'stations'),
        moreVehicles: z.object({ count: countUpTo(500).describe('How many vehicles.') }).nullish(),
        vehicles: listOf(
          z.object({ vehicleId: Id.describe('The vehicle; one without a stay to come changes nothing.'), ...vehicle }),
          'vehicles',
        ),
        schedules: listOf(ChangedSchedule, 'schedules'),
        newSchedules: listOf(NewSchedule, 'schedules'),
        removedSchedules: listOf(ScheduleId.min(1, 'must be the id of a schedule'), 'ids'),
      },
      {
        delayedVehicles: 'Vehicles that come later than planned; each once.',
        lateArrivals:
          'The next vehicles that are still to come, `count` of them, come later by `delayMinutes`; those of `delayedVehicles` are not among them.',
        moreEnergyPercent:
          'By how many percent more energy each point of charge, and preconditioning, takes, as in a colder night; below 0 for less.',
        chargersOut:
          'Chargers that give nothing: a vehicle that is connected there now is not charged any more. Where vehicles that are still to come will be plugged in is not known.',
        stations:
          'Charging stations with other powers, as their PATCH would leave them, for the vehicles that are connected there now; each once.',
        moreVehicles: 'So many vehicles more, `count`, like those that stay in the next 36 hours, in turn.',
        vehicles: 'Vehicles with other attributes, as their PATCH would leave them; each once.',
        schedules: 'Schedules with other times or targets, as a PATCH would leave them; each once.',
        newSchedules: 'Schedules that there are not yet.',
        removedSchedules:
          'Schedules that there would not be any more: dated ones, occurrences, or rules, of which what has begun stays; one without a stay to come changes nothing.',
      },
    ),
  })
  .superRefine((overrides, context) => {
    const once = (
      list: 'delayedVehicles' | 'stations' | 'vehicles' | 'schedules',
      name: 'vehicleId' | 'stationId' | 'id',
    ) => {
      const seen = new Set<string>()
      overrides[list]?.forEach((entry, index) => {
        const id = (entry as Record<string, unknown>)[name] as string
        if (seen.has(id))
          context.addIssue({ code: 'custom', path: [list, index, name], message: `names ${id} a second time` })
        seen.add(id)
      })
    }
    once('delayedVehicles', 'vehicleId')
    once('stations', 'stationId')
    once('vehicles', 'vehicleId')
    once('schedules', 'id')
  })
  .meta({
    id: 'PlanOverrides',
    description:
      'What would be otherwise. Settings are those of the location, as its PATCH would leave them: `tariff: { "dates": null }` plans without the prices of single dates.',
  })
export type PlanOverrides = z.output<typeof PlanOverrides>
/** As a client sends it. */
export type PlanOverridesInput = z.input<typeof PlanOverrides>

const PlanOutcome = z.object({
  endSoC: z.number().describe('State of charge at the departure, in percent.'),
  endTime: Timestamp.describe('When the last energy is delivered, ISO 8601.'),
  energykWh: z.number().describe('Energy that is delivered to the vehicle, in kWh.'),
  reachedTargetSoC: z.boolean().describe('Whether the target, in percent, is reached.'),
  usesMargin: z.boolean().describe('Whether charging goes on in the departure margin.'),
})

/** How a tried plan differs from the one without the overrides: totals as differences, and for which vehicles. */
export const PlanComparison = z
  .object({
    peak15kW: z.number().describe('By how much the highest quarter-hour mean is higher, in kW.'),
    peakkW: z.number().describe('By how much the highest power is higher, in kW.'),
    energykWh: z.number().describe('By how much more energy is delivered, in kWh.'),
    unmetkWh: z.number().describe('By how much more energy is missing at departures, in kWh.'),
    cost: z.number().optional().describe('By how much it costs more; left out without a tariff on either side.'),
    short: z
      .object({
        before: z.number().int().describe('Without the overrides.'),
        after: z.number().int().describe('With them; those that the overrides add are among them.'),
      })
      .describe('How many schedules are left short of their target.'),
    added: z
      .number()
      .int()
      .describe(
        'How many schedules the overrides add, by `moreVehicles` and `newSchedules`; they are not in `changes`.',
      ),
    addedShort: z.number().int().describe('How many of these are left short of their target.'),
    unchanged: z.number().int().describe('How many schedules are the same.'),
    changes: z
      .array(
        z.object({
          scheduleId: z.string().describe('The id of the schedule.'),
          evId: Id.describe('The id of its vehicle.'),
          kind: z
            .enum(['better', 'worse', 'rescheduled'])
            .describe('Whether it leaves with more, with less, or as before and charges at other times.'),
          before: PlanOutcome.describe('As it is planned without the overrides.'),
          after: PlanOutcome.describe('As it is planned with them.'),
        }),
      )
      .describe('The schedules that the overrides change.'),
  })
  .meta({ id: 'PlanComparison' })
export type PlanComparison = z.infer<typeof PlanComparison>

export const PlanAnswer = z
  .object({
    planned: z.number().int().describe('How many stays have a plan of the planner now.'),
    ...LoadTotals.shape,
    timestamp: z.string().describe('When it was planned, ISO 8601.'),
    comparison: PlanComparison.optional().describe('How a tried plan differs from the one without the overrides.'),
  })
  .meta({ id: 'PlanAnswer' })
export type PlanAnswer = z.infer<typeof PlanAnswer>
