import { z } from 'zod'
import { Id, Instant, LocationUid, MacAddress, quantity, Soc, text } from '@/lib/contract/primitives'

export const EVENT_TYPES = [
  'ev-connected',
  'charging-started',
  'meter',
  'charging-stopped',
  'ev-disconnected',
  'v2icp',
  'connector-status',
] as const

/** One message from the chargers. The vehicle is recognised by the MAC address of its charging port. */
export const ChargingEvent = z
  .object({
    id: text(200).min(1, 'must not be empty'),
    type: z.enum(EVENT_TYPES, `must be one of ${EVENT_TYPES.join(', ')}`),
    timestamp: Instant,
    macAddress: MacAddress.nullish(),
    vehicleId: Id.nullish(),
    locationUid: LocationUid.nullish(),
    stationId: text(200).nullish(),
    evseId: text(200).nullish(),
    connectorId: text(200).nullish(),
    transactionId: text(200).nullish(),
    soc: Soc.nullish(),
    powerkW: quantity().nullish(),
    energykWh: quantity(0).nullish(),
    reason: text().nullish(),
    odometer: quantity(0).nullish(),
    v2icp: z.unknown().optional(),
    status: text(200).nullish(),
    errorCode: text(200).nullish(),
  })
  .superRefine((event, context) => {
    const aboutVehicle = event.type !== 'connector-status'
    if (aboutVehicle && !event.macAddress && !event.vehicleId)
      context.addIssue({ code: 'custom', path: ['macAddress'], message: 'must be given, or vehicleId' })
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
  .object({ events: z.array(ChargingEvent).max(1_000) })
  .meta({ id: 'ChargingEvents' })

export const ChargingEventsAnswer = z
  .object({
    results: z.array(
      z.object({
        id: z.string().optional(),
        status: z.enum(['accepted', 'duplicate', 'unknown-vehicle', 'invalid']),
        error: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ChargingEventsAnswer' })
export type ChargingEventsAnswer = z.infer<typeof ChargingEventsAnswer>
