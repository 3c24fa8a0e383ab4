import { z } from 'zod'
import { PORT_TYPES } from '@/lib/contract/enumerations'
import { Id, LocationUid, quantity, Timestamp, text } from '@/lib/contract/primitives'

/** Words that a path below `/stations` or `/ocpp` keeps for itself. */
const NO_STATION_IDS = ['.', '..', 'waiting']
const STATION_ID = /^[A-Za-z0-9._:=*+|@-]{1,48}$/

/** Whether this can be the OCPP identity of a charging station. */
export function isStationId(value: string): boolean {
  return STATION_ID.test(value) && !NO_STATION_IDS.includes(value)
}

/** The OCPP identity of a charging station. */
export const StationId = z
  .string()
  .refine(
    isStationId,
    'must be 1 to 48 characters of A–Z a–z 0–9 . _ : = * + | @ - (and none of the words waiting, . and ..)',
  )
  .meta({
    example: 'example-CP-07',
    description: 'The OCPP identity of the charging station, as it stands in its URL.',
  })

/** Number of an evse or a connector: OCPP counts from 1. Whole numbers that come as text are taken too. */
function ordinal(what: string) {
  const fault = `must be the whole number of ${what}, from 1`
  return z
    .union([z.number(), z.string().regex(/^\d{1,6}$/, fault)], fault)
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= 100_000, fault)
}

export const EvseNumber = ordinal('an evse').meta({
  example: 1,
  description: 'Number of the evse at its station, from 1; in OCPP 1.6 the connector’s number.',
})
export const ConnectorNumber = ordinal('a connector').meta({
  example: 1,
  description: 'Number of the connector at its evse, from 1.',
})

export const ConnectorInput = z
  .object({
    connectorId: ConnectorNumber,
    type: z
      .enum(PORT_TYPES, `must be one of ${PORT_TYPES.join(', ')}`)
      .nullish()
      .meta({ description: 'What vehicles plug into it.' }),
  })
  .meta({ id: 'ConnectorInput' })

const evseTexts = {
  minPowerkW: quantity(0).meta({ description: 'Minimum power of this evse in kW, below which it gives nothing.' }),
  maxPowerkW: quantity(1).meta({ description: 'Most power of this evse in kW, at its outlet.' }),
  parkingPlace: text(100).meta({ description: 'Where a vehicle stands that charges here, in the depot’s own words.' }),
}

export const EvseInput = z
  .object({
    evseId: EvseNumber,
    connectors: z
      .array(ConnectorInput, 'must be an array of connectors')
      .max(20, 'must be at most 20 connectors')
      .nullish()
      .meta({ description: 'Its connectors; none named: one, of an unknown type.' }),
    minPowerkW: evseTexts.minPowerkW.nullish(),
    maxPowerkW: evseTexts.maxPowerkW.nullish(),
    parkingPlace: evseTexts.parkingPlace.nullish(),
  })
  .meta({ id: 'EvseInput' })

const texts = {
  name: text(200).meta({ description: 'What people call it.', example: 'Charger 7' }),
  maxPowerkW: quantity(1).meta({ description: 'Most power of the whole station in kW; its evses share it.' }),
  safePowerkW: quantity(0).meta({
    description:
      'What each evse may draw, in kW, when nobody tells it anything. Left out, and at most: the depot’s lowest headroom less what cannot be steered, divided by its evses.',
  }),
  allowRestart: z.boolean('must be true or false').meta({
    description: 'Whether charging may be stopped and started again here to wake a vehicle after a pause.',
  }),
  allowWithoutPassword: z.boolean('must be true or false').meta({
    description: 'Whether it may connect without a password: only for a network that nobody else can reach.',
  }),
}

/** What PUT and PATCH of a charging station take, as for vehicles. */
const stationInput = {
  name: texts.name.nullish(),
  maxPowerkW: texts.maxPowerkW.nullish(),
  safePowerkW: texts.safePowerkW.nullish(),
  allowRestart: texts.allowRestart.nullish(),
  allowWithoutPassword: texts.allowWithoutPassword.nullish(),
  evses: z
    .array(EvseInput, 'must be an array of evses')
    .max(100, 'must be at most 100 evses')
    .nullish()
    .meta({ description: 'Its evses. Those that it reports and that are not named here are added.' }),
  keepPassword: z.boolean('must be true or false').nullish().meta({
    description:
      'Write-only. Adopts a station that waits (`GET /stations/waiting`) with the password that it tried last.',
  }),
}
const place = LocationUid.meta({ example: 'example-depot', description: 'The depot that the station stands in.' })

export const ChargingStationInput = z
  .object({ locationUid: place, ...stationInput })
  .meta({ id: 'ChargingStationInput' })
export const ChargingStationPatch = z
  .object({ locationUid: place.optional(), ...stationInput })
  .meta({ id: 'ChargingStationPatch' })
export type ChargingStationPatch = z.output<typeof ChargingStationPatch>

export const STEERABLE = ['transaction', 'default', 'station', 'none'] as const

const live = {
  status: z
    .string()
    .meta({ description: 'As the station reports it, in OCPP’s words, such as Available, Charging or Faulted.' }),
  errorCode: z.string().meta({ description: 'The error that it reports; absent when there is none.' }),
  since: Timestamp.meta({ description: 'Since when it has this status.' }),
  vehicleId: Id.meta({ description: 'The vehicle that is plugged in here, where it was recognised.' }),
  scheduleId: z.string().meta({ description: 'The schedule that this vehicle is here for.' }),
  transactionId: z.string().meta({ description: 'The transaction that runs.' }),
  powerkW: z.number().meta({ description: 'Power at the outlet in kW, as last measured.' }),
  doubtful: z.boolean().meta({
    description:
      'True where what its meter counts is about a thousandth of what its power would make, or nothing: one of them is wrong. The power is counted as it was said.',
  }),
  energykWh: z.number().meta({ description: 'Energy of this transaction in kWh.' }),
  soc: z.number().meta({ description: 'State of charge in percent, as last measured.' }),
  limitkW: z.number().meta({ description: 'What it was told to draw at most, in kW.' }),
  following: z.number().meta({
    description: 'Delivered energy in percent of the planned, over 7 days; absent under an hour of charging.',
  }),
}

export const Evse = z
  .object({
    evseId: z.number().int().meta({ description: 'Number of the evse at its station, from 1.' }),
    connectors: z
      .array(
        z.object({
          connectorId: z.number().int().meta({ description: 'Number of the connector at its evse, from 1.' }),
          type: z.enum(PORT_TYPES).optional().meta({ description: 'What vehicles plug into it; absent: not known.' }),
        }),
      )
      .meta({ description: 'Its connectors.' }),
    ...z.object(evseTexts).partial().shape,
    ...z.object(live).partial().shape,
  })
  .meta({ id: 'Evse' })
export type Evse = z.infer<typeof Evse>

const Fault = z
  .object({
    evseId: z.number().int().optional().meta({ description: 'Number of the evse; absent: the whole station.' }),
    code: z.string().meta({ description: 'The station’s own code, such as GroundFailure.' }),
    text: z.string().optional().meta({ description: 'What else it says about it.' }),
    since: Timestamp.meta({ description: 'Since when it is reported.' }),
  })
  .meta({ id: 'StationFault' })

/** A charging station: what the registry says, and, read-only, what the station itself has said. */
export const ChargingStation = z
  .object({
    id: StationId,
    locationUid: place,
    ...z.object(texts).partial({ name: true, maxPowerkW: true, safePowerkW: true }).shape,
    evses: z.array(Evse).meta({ description: 'Its evses, each of which charges one vehicle at a time.' }),
    hasPassword: z.boolean().meta({ description: 'Whether a password was made or kept for it.' }),
    protocol: z
      .string()
      .optional()
      .meta({ description: 'The protocol, ocpp1.6 or ocpp2.0.1; absent until it has connected.' }),
    vendor: z.string().optional().meta({ description: 'Its vendor, as it says.' }),
    model: z.string().optional().meta({ description: 'Its model, as it says.' }),
    serialNumber: z.string().optional().meta({ description: 'Its serial number, as it says.' }),
    firmwareVersion: z.string().optional().meta({ description: 'Its firmware version, as it says.' }),
    online: z.boolean().meta({ description: 'Whether it is connected now.' }),
    lastSeen: Timestamp.optional().meta({ description: 'When its last message came.' }),
    clockOffsetMs: z.number().optional().meta({
      description: 'How much its clock is behind ours, in milliseconds (negative: ahead); absent until known.',
    }),
    steerable: z.enum(STEERABLE).optional().meta({
      description: 'How it follows a limit: by transaction, by default profile, by station maximum, or not at all.',
    }),
    faults: z.array(Fault).meta({ description: 'The faults that it reports now; empty for none.' }),
  })
  .meta({ id: 'ChargingStation' })
export type ChargingStation = z.infer<typeof ChargingStation>

export const ChargingStationList = z
  .object({ stations: z.array(ChargingStation).meta({ description: 'The stations.' }) })
  .meta({ id: 'ChargingStationList' })

export const StationPassword = z
  .object({
    password: z.string().meta({ description: 'The password: 20 printable characters, shown this once.' }),
    authorizationKey: z.string().meta({
      description: 'The same secret as 40 hexadecimal digits, as the AuthorizationKey of OCPP 1.6 takes it.',
    }),
  })
  .meta({ id: 'StationPassword' })
export type StationPassword = z.infer<typeof StationPassword>

export const WaitingStations = z
  .object({
    stations: z
      .array(
        z.object({
          id: z.string().meta({ description: 'The identity with which it tried.' }),
          firstSeen: Timestamp.meta({ description: 'When it tried first.' }),
          lastSeen: Timestamp.meta({ description: 'When it tried last.' }),
          attempts: z.number().int().meta({ description: 'How often it tried.' }),
          reason: z.string().meta({ description: 'Why it was refused the last time, in a sentence.' }),
        }),
      )
      .meta({ description: 'The identities that tried to connect and were refused.' }),
  })
  .meta({ id: 'WaitingStations' })
export type WaitingStations = z.infer<typeof WaitingStations>

export const StationMessages = z
  .object({
    messages: z
      .array(
        z.object({
          at: Timestamp.meta({ description: 'When it was received or sent.' }),
          direction: z
            .enum(['in', 'out'])
            .meta({ description: 'Whether it came from the station (in) or went to it (out).' }),
          action: z.string().meta({ description: 'OCPP’s name of the call, for its answer too.' }),
          id: z.string().meta({ description: 'The message id, the same for a call and its answer.' }),
          payload: z.unknown().meta({ description: 'The message, as it is.' }),
          error: z.string().optional().meta({ description: 'The error code, where this is one.' }),
        }),
      )
      .meta({ description: 'The messages, newest first.' }),
    before: Timestamp.optional().meta({ description: 'Pass it as `before` for the messages before these.' }),
  })
  .meta({ id: 'StationMessages' })
export type StationMessages = z.infer<typeof StationMessages>

export const StrangerInput = z
  .object({ vehicleId: Id.meta({ description: 'The vehicle that stands there.' }) })
  .meta({ id: 'StrangerInput' })
