import { z } from 'zod'
import { READINESS_STATES } from '@/lib/contract/enumerations'
import { Timestamp } from '@/lib/contract/primitives'
import { EvSchedule } from '@/lib/contract/schedule'

export const ReadinessState = z
  .enum(READINESS_STATES)
  .meta({ id: 'ReadinessState', description: 'How it stands with a departure: the first state that holds.' })
export type ReadinessState = z.infer<typeof ReadinessState>

/** Why a vehicle is in its state, as a code; the UI has the words. */
export const READINESS_REASONS = [
  'stay-too-short',
  'site-limit',
  'not-plugged-in',
  'soc-unknown',
  'started-too-late',
  'frozen-plan',
  'charging-curve',
  'delivers-less',
  'not-charging',
  'fault',
  'not-heard-of',
  'charger-offline',
  'vehicle-takes-nothing',
  'charger-gives-nothing',
  'not-begun',
  'session-ended',
  'overdue',
  'chargers-connecting',
  'battery-size-unknown',
  'charge-power-unknown',
  'scheduling-disabled',
  'not-planned-yet',
  'beyond-horizon',
] as const
export const ReadinessReason = z
  .enum(READINESS_REASONS)
  .meta({ id: 'ReadinessReason', description: 'Why a departure is in its state, or has no plan.' })
export type ReadinessReason = z.infer<typeof ReadinessReason>

export const Departure = z
  .object({
    schedule: EvSchedule.describe('The schedule, with the outline of its plan.'),
    vehicleName: z.string().optional().describe('Name of the vehicle.'),
    licensePlate: z.string().optional().describe('License plate of the vehicle.'),
    state: ReadinessState,
    reason: ReadinessReason.optional(),
    advice: z
      .string()
      .optional()
      .describe('What to do about it, as a sentence for people; left out where there is nothing to do.'),
    place: z
      .object({
        name: z.string().describe('What people call it: its parking place, or its charging station.'),
        stationId: z.string().describe('The id of the charging station.'),
        evseId: z.string().optional().describe('The number of the evse there.'),
      })
      .optional()
      .describe('Where the vehicle is plugged in; left out where it is not, or where nobody says it.'),
    since: Timestamp.optional().meta({ description: 'Since when it is in this state, where a fact says so.' }),
    alsoStates: z
      .array(ReadinessState)
      .optional()
      .meta({ description: 'The other states that hold too, after the one that comes first.' }),
    deliveredShare: z.number().optional().meta({
      description: 'What its charger gives of what was ordered, from 0 to 1, while that is too little.',
    }),
    soc: z
      .object({
        value: z.number().describe('State of charge, in percent.'),
        source: z
          .enum(['measured', 'posted', 'estimated', 'assumed', 'planned'])
          .describe('Where it comes from; planned: counted on from the last known value by the plan.'),
        at: z.string().describe('Of what moment the last known value is, ISO 8601.'),
        plusMinus: z.number().optional().describe('How far it may be off, in points, where it is no reading.'),
      })
      .optional()
      .describe('The state of charge now, in percent, and how it is known.'),
    predictedSoC: z.number().optional().describe('State of charge at the departure, in percent, as it looks now.'),
    predictedRangekm: z
      .number()
      .int()
      .optional()
      .describe('How far it goes with that, in km; left out where its battery or its consumption is not known.'),
    shortfallSoC: z
      .number()
      .optional()
      .describe('What is missing then of the minimum, or of the target where there is no minimum, in percent.'),
    shortfallkWh: z.number().optional().describe('The same as energy of the battery, in kWh.'),
    slackMinutes: z
      .number()
      .optional()
      .describe('Time to spare if it charged from now on as fast as it can, to its target, in minutes.'),
    lateMinutes: z.number().optional().describe('For how long it has been due and not been plugged in, in minutes.'),
    lastEventAt: Timestamp.optional().meta({
      description: 'The last word of the chargers on this vehicle, ISO 8601; only while it is connected.',
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
    locationUid: z.string().describe('The id of the location.'),
    timestamp: z.string().describe('The moment of which all of this is, ISO 8601.'),
    from: z.string().describe('Departures from this moment on, ISO 8601.'),
    to: z.string().describe('Departures until this moment, ISO 8601.'),
    departures: z.array(Departure).describe('What needs attention first, then by departure.'),
    counts: z
      .object({
        here: z.number().int().describe('Vehicles that are here.'),
        ready: z.number().int().describe('Departures that are ready.'),
        atRisk: z.number().int().describe('Departures that will miss or are at risk.'),
        missing: z.number().int().describe('Vehicles that are due and not plugged in.'),
        withoutSchedule: z
          .number()
          .int()
          .optional()
          .describe('Vehicles that are connected and that no schedule names, known ones and strangers.'),
      })
      .describe('How many vehicles and departures.'),
    site: z
      .object({
        powerkW: z.number().describe('What the whole site draws now, kW.'),
        source: z
          .enum(['measured', 'planned'])
          .describe('Whether chargers said what all vehicles draw now, or plans stand in for some of it.'),
        plannedkW: z.number().describe('What the whole site was to draw now by the plans, kW.'),
        baseLoadkW: z.number().describe('The site’s own consumption now, kW.'),
        withoutSchedulekW: z
          .number()
          .optional()
          .describe('What connected vehicles without a schedule draw of it now, kW; left out where they draw nothing.'),
        limitkW: z.number().optional().describe('The limit that holds now, kW.'),
        peak15kW: z.number().describe('The highest quarter-hour mean by the plans, kW.'),
        uncontrolledPeak15kW: z
          .number()
          .describe('The same if every vehicle took its full power from its arrival, kW.'),
      })
      .describe('The power of the whole site.'),
    lastEventAt: Timestamp.optional().meta({
      description:
        'The last word of any charger here, ISO 8601. Left out: no charger has reported for 24 hours, so that who is here and how full is taken from the timetable and the plans.',
    }),
    connecting: z
      .object({
        connected: z.number().int().describe('How many of its charging stations are connected.'),
        stations: z.number().int().describe('How many charging stations it has.'),
      })
      .optional()
      .describe(
        'Only in the first two minutes in which its charging stations connect, while some have yet to: a vehicle that is due, and of which they have said nothing, is taken as the timetable has it and never as not plugged in.',
      ),
    silentSince: Timestamp.optional().meta({
      description:
        'Since when no charger here has said anything although vehicles charge; only where that is over 15 minutes.',
    }),
    planOverdueSince: z
      .string()
      .optional()
      .describe('Since when the location has waited for a plan, ISO 8601; only where that is over a minute.'),
    lastPlan: z
      .object({
        timestamp: z.string().describe('When it was made, ISO 8601.'),
        trigger: z.string().describe('What it was made for.'),
        triggerDescription: z.string().optional().describe('The same as a sentence for people.'),
        pending: z.boolean().describe('Whether something has changed since and a new plan is under way.'),
        failed: z.string().optional().describe('Why the latest try failed, a sentence; the plans before it hold.'),
      })
      .optional()
      .describe('The last time that the location was planned; left out where it never was.'),
    lastChange: z
      .object({
        timestamp: Timestamp.describe('When it was planned, ISO 8601.'),
        trigger: z.string().describe('What for.'),
        triggerDescription: z.string().optional().describe('The same as a sentence for people.'),
        changed: z.number().int().describe('How many plans of the next 36 hours it changed.'),
        peakBeforekW: z.number().optional().describe('The highest planned power of the site before it, kW.'),
        peakkW: z.number().optional().describe('The same after it, kW.'),
      })
      .optional()
      .describe('The last time that planning changed a plan of the next 36 hours; left out where that is long ago.'),
  })
  .meta({ id: 'Readiness' })
export type Readiness = z.infer<typeof Readiness>
