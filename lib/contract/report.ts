import { z } from 'zod'
import { LoadTotals } from '@/lib/contract/location'
import { described, Timestamp } from '@/lib/contract/primitives'
import { ReadinessReason } from '@/lib/contract/readiness'

/** So many misses and blocks at most are named in one report. */
export const REPORT_ROWS = 1_000

const count = z.number().int()
const energykWh = z.number()
const percent = z.number()

/** Energy, peak and cost of a time, for what happened, for what was planned, or without control. */
export const ReportTotals = LoadTotals.omit({ unmetkWh: true })
  .extend({
    peak15From: Timestamp.optional().meta({
      description: 'When the quarter-hour of `peak15kW` begins; left out where the site drew nothing.',
    }),
  })
  .meta({ id: 'ReportTotals' })
export type ReportTotals = z.infer<typeof ReportTotals>

export const ReportMiss = z
  .object(
    described(
      {
        scheduleId: z.string(),
        vehicleId: z.string(),
        vehicleName: z.string().optional(),
        blockId: z.string().optional(),
        plannedDepartureTime: Timestamp,
        soc: percent.optional(),
        socIsMeasured: z.boolean(),
        neededSoC: percent,
        shortfallSoC: percent.optional(),
        cause: ReadinessReason.optional(),
      },
      {
        scheduleId: 'The id of the schedule.',
        vehicleId: 'The id of the vehicle.',
        vehicleName: 'Its name.',
        blockId: 'The block that it was to drive.',
        plannedDepartureTime: 'When it was to leave.',
        soc: 'Its state of charge then, in percent; left out where nothing tells.',
        socIsMeasured: 'Whether that was read; otherwise it is estimated from what was metered or planned.',
        neededSoC: 'What it was to have: its minimum, or its target where it has none, in percent.',
        shortfallSoC: 'What was missing of it, in percent.',
        cause: 'Why; left out where nothing tells.',
      },
    ),
  )
  .meta({ id: 'ReportMiss' })
export type ReportMiss = z.infer<typeof ReportMiss>

const ReportReadiness = z
  .object(
    described(
      {
        departures: count,
        ready: count,
        short: count,
        missed: count,
        unknown: count,
        measured: count,
        readyPercent: percent.optional(),
        aboveMinimumPercent: percent.optional(),
        causes: z.array(
          z.object(
            described(
              { cause: ReadinessReason.optional(), count },
              { cause: 'The cause; left out where nothing tells it.', count: 'How many misses have it.' },
            ),
          ),
        ),
        misses: z.array(ReportMiss),
        missesLeftOut: count,
      },
      {
        departures: 'The departures of the time, each once: the four kinds below together.',
        ready: 'Those that left with their target, to a point.',
        short: 'Those that left below their target and with their minimum.',
        missed: 'Those that left below their minimum, below their target where they have none, or were not plugged in.',
        unknown: 'Those of which nothing tells their state of charge.',
        measured: 'Those whose state of charge was read; the others are estimated or unknown.',
        readyPercent: '`ready` as a share of the departures that are not `unknown`; left out where there are none.',
        aboveMinimumPercent: '`ready` and `short` together as a share of the same.',
        causes: 'The misses by cause, the most frequent first.',
        misses: 'The first 1,000 misses, by departure.',
        missesLeftOut: 'How many misses are not in that list.',
      },
    ),
  )
  .meta({ id: 'ReportReadiness' })

const energies = described(
  { energykWh, measuredkWh: energykWh },
  {
    energykWh: 'What it took, kWh: as measured where chargers reported, otherwise as planned.',
    measuredkWh: 'What of it chargers reported, kWh.',
  },
)

const ReportVehicle = z
  .object({
    ...described(
      { vehicleId: z.string(), vehicleName: z.string().optional(), departures: count },
      { vehicleId: 'The id of the vehicle.', vehicleName: 'Its name.', departures: 'How often it left.' },
    ),
    ...energies,
  })
  .meta({ id: 'ReportVehicle' })
export type ReportVehicle = z.infer<typeof ReportVehicle>

const ReportBlock = z
  .object({
    ...described(
      { blockId: z.string().optional(), departures: count },
      {
        blockId: 'The block; left out for all that was charged for none.',
        departures: 'How often it was to be driven.',
      },
    ),
    ...energies,
  })
  .meta({ id: 'ReportBlock' })
export type ReportBlock = z.infer<typeof ReportBlock>

const ReportDay = z
  .object({
    date: z.string().meta({ description: 'The date in the location’s zone.', example: '2026-11-22' }),
    from: Timestamp.meta({ description: 'When its part of the time begins.' }),
    to: Timestamp.meta({ description: 'When it ends.' }),
    ...energies,
    ...described(
      { plannedkWh: energykWh, uncontrolledkWh: energykWh, peak15kW: z.number(), uncontrolledPeak15kW: z.number() },
      {
        plannedkWh: 'What the plans had said that the vehicles take, kWh.',
        uncontrolledkWh: 'What they would have taken without control, kWh.',
        peak15kW: 'The highest quarter-hour mean of the whole site, kW.',
        uncontrolledPeak15kW: 'The same without control, kW.',
      },
    ),
    departures: count.describe('How many vehicles were to leave.'),
    ready: count.describe('How many of them had their target.'),
  })
  .meta({ id: 'ReportDay' })
export type ReportDay = z.infer<typeof ReportDay>

/** What a depot's charging was in a time that has passed. */
export const Report = z
  .object({
    locationUid: z.string().describe('The id of the location.'),
    timeZone: z.string().describe('Its time zone, in which the days are.'),
    currency: z.string().optional().describe('The currency of its tariff.'),
    from: Timestamp.meta({ description: 'The beginning of the time.' }),
    to: Timestamp.meta({ description: 'The end of the time.' }),
    until: Timestamp.meta({
      description: 'Until when it is reported: `to`, or the last whole quarter-hour where that is still to come.',
    }),
    measuredkWh: energykWh.describe('What chargers reported of `actual.energykWh`; the rest is what was planned.'),
    unknownVehicleskWh: energykWh.describe('What of it, in kWh, vehicles took that nobody has registered.'),
    actual: ReportTotals.describe('What happened: as measured where chargers reported, otherwise as planned.'),
    planned: ReportTotals.describe('What the plans had said of the same time.'),
    uncontrolled: ReportTotals.describe('Full power from arrival, without a limit, over the same stays.'),
    readiness: ReportReadiness.describe('How the vehicles left.'),
    vehicles: z.array(ReportVehicle).describe('By energy, the most first.'),
    blocks: z.array(ReportBlock).describe('The 1,000 blocks of the most energy; with what was charged for none.'),
    blocksLeftOut: count.describe('How many blocks are not in that list.'),
    days: z.array(ReportDay).describe('The local days of the time until `until`, in order.'),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof Report>
