import { z } from 'zod'
import { Id, Instant, LocationUid, MacAddress, quantity, text } from '@/lib/contract/primitives'

export const EVENT_TYPES = [
  'ev-connected',
  'charging-started',
  'meter',
  'charging-stopped',
  'ev-disconnected',
  'v2icp',
  'connector-status',
] as const

/** An id of the charging system: text, or a whole number as OCPP sends it, which is taken as its digits. */
const OutsideId = z
  .union([text(200), z.number().int('must be text or a whole number')], 'must be text or a whole number')
  .transform(String)

/**
 * One message from the chargers. The vehicle is recognised by the MAC address of its charging port; a message that has
 * neither that nor a vehicle is about a stranger at its place.
 */
export const ChargingEvent = z
  .object({
    id: text(200)
      .min(1, 'must not be empty')
      .meta({ description: 'Your id of the event, unique per location; without a location, per token.' }),
    type: z.enum(EVENT_TYPES, `must be one of ${EVENT_TYPES.join(', ')}`).meta({ description: 'What happened.' }),
    timestamp: Instant.meta({
      description:
        'When it happened. Over 2 minutes ahead or before 2020: replaced by the time of receipt, with a warning.',
    }),
    macAddress: MacAddress.nullish().meta({
      description: 'The MAC address of the vehicle’s charging port, by which it is recognised.',
    }),
    vehicleId: Id.nullish().meta({ description: 'The vehicle, where its MAC address is not known.' }),
    locationUid: LocationUid.nullish().meta({ description: 'The location where it happened.' }),
    stationId: OutsideId.nullish().meta({ description: 'The charging station; text or a whole number.' }),
    evseId: OutsideId.nullish().meta({ description: 'The evse of the station; text or a whole number.' }),
    connectorId: OutsideId.nullish().meta({ description: 'The connector of the evse; text or a whole number.' }),
    transactionId: OutsideId.nullish().meta({
      description: 'The charging system’s id of the transaction; text or a whole number.',
    }),
    soc: quantity()
      .nullish()
      .meta({ description: 'State of charge in percent; what is outside 0–100 is not believed.', example: 47 }),
    powerkW: quantity().nullish().meta({ description: 'Power at the outlet, in kW.', example: 80 }),
    energykWh: quantity(0)
      .nullish()
      .meta({ description: 'Energy at the outlet since the transaction began, in kWh.', example: 31.5 }),
    meterkWh: quantity(0)
      .nullish()
      .meta({ description: 'The lifetime register of the outlet’s meter, in kWh.', example: 784906.1 }),
    reason: text().nullish().meta({ description: 'Why charging stopped, in the charging system’s words.' }),
    odometer: quantity(0).nullish().meta({ description: 'The odometer of the vehicle, in km.' }),
    v2icp: z.unknown().optional().meta({ description: 'For v2icp: the message of the vehicle (VDV 261).' }),
    status: text(200).nullish().meta({ description: 'For connector-status: a status of OCPP.', example: 'Available' }),
    errorCode: text(200).nullish().meta({ description: 'For connector-status: the error that the connector reports.' }),
  })
  .superRefine((event, context) => {
    const aboutVehicle = event.type !== 'connector-status'
    const hasPlace = event.stationId != null && (event.evseId != null || event.connectorId != null)
    if (aboutVehicle && !event.macAddress && !event.vehicleId && !hasPlace)
      context.addIssue({
        code: 'custom',
        path: ['macAddress'],
        message: 'must be given, or vehicleId, or stationId with evseId or connectorId',
      })
    if (!aboutVehicle && !event.status)
      context.addIssue({ code: 'custom', path: ['status'], message: 'must be given for connector-status' })
  })
  .meta({ id: 'ChargingEvent' })
export type ChargingEvent = z.output<typeof ChargingEvent>

/** Entries are validated one by one, so that a bad event never loses the others. */
export const ChargingEventsBody = z.object({
  events: z.array(z.unknown(), 'must be an array of events').max(1_000, 'must be at most 1000 events'),
})
export type ChargingEventsBody = z.output<typeof ChargingEventsBody>

/** The body as its sender should make it. */
export const ChargingEventsDocument = z
  .object({
    events: z.array(ChargingEvent).max(1_000).meta({ description: 'The events, at most 1,000, in any order.' }),
  })
  .meta({ id: 'ChargingEvents' })

export const EVENT_STATUSES = ['accepted', 'duplicate', 'conflict', 'unknown-vehicle', 'invalid'] as const

export const ChargingEventsAnswer = z
  .object({
    results: z
      .array(
        z.object({
          id: z.string().optional().meta({ description: 'The id of the event; absent where it had none.' }),
          status: z.enum(EVENT_STATUSES).meta({
            description:
              'What became of it. conflict: this id was used for other content, which stands; unknown-vehicle: kept as a stranger’s, judged anew when it is sent again.',
          }),
          error: z.string().optional().meta({ description: 'Why it was not accepted, a sentence for people.' }),
          warnings: z.array(z.string()).optional().meta({ description: 'What of the event is not believed, and why.' }),
        }),
      )
      .meta({ description: 'A result for each event, in request order.' }),
  })
  .meta({ id: 'ChargingEventsAnswer' })
export type ChargingEventsAnswer = z.infer<typeof ChargingEventsAnswer>
