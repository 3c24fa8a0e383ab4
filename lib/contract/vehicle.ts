import { z } from 'zod'
import { INTERIOR_HVAC, PORT_TYPES } from '@/lib/contract/enumerations'
import {
  described,
  Id,
  LocationUid,
  MacAddress,
  nullishShape,
  quantity,
  Soc,
  Timestamp,
  text,
} from '@/lib/contract/primitives'

/** The vehicle's inlet, with the MAC address of its charging controller (EVCCID). */
const chargingPort = <M extends z.ZodType, I extends z.ZodType>(parts: { macAddress: M; inactive: I }) =>
  described(
    { ...parts, type: z.enum(PORT_TYPES, `must be one of ${PORT_TYPES.join(', ')}`) },
    {
      macAddress:
        'MAC address of the charging controller (EVCCID), by which the vehicle is recognised; it belongs to one vehicle. Taken with colons, dashes or none, given back upper-case with colons.',
      type: 'The type of the inlet.',
      inactive: 'True: the port is kept but not in use. False by default.',
    },
  )
export const ChargingPort = z
  .object(chargingPort({ macAddress: MacAddress, inactive: z.boolean('must be true or false').nullish() }))
  .meta({ id: 'ChargingPort' })

/** The last V2ICP (VDV 261) message of a vehicle; read-only. */
export const V2icpInfo = z
  .object(
    described(
      {
        evId: z.string().optional(),
        evMacAddress: z.string().optional(),
        locationUid: z.string().optional(),
        odometer: z.number().optional(),
        passwordId: z.string().optional(),
        response: z.unknown().optional(),
        timestamp: Timestamp.optional(),
        v2icp: z.unknown().optional(),
        vin: z.string().optional(),
      },
      {
        evId: 'The id of the vehicle.',
        evMacAddress: 'The MAC address under which it reported.',
        locationUid: 'The location where it reported.',
        odometer: 'Its odometer, in km.',
        passwordId: 'The id of the password that it used.',
        response: 'What the backend answered.',
        timestamp: 'When the message was sent.',
        v2icp: 'The raw message (VDV 261).',
        vin: 'The vehicle identification number that it reported.',
      },
    ),
  )
  .meta({ id: 'V2icpInfo' })
export type V2icpInfo = z.infer<typeof V2icpInfo>

/** Minutes and hours are never longer than a day here; the planner uses at most 120 minutes. */
const preconditioningTimeMs = quantity(0, 86_400_000)

const v2icpParameters = described(
  {
    ambientTemp: quantity(-100, 100),
    interiorHvac: z.enum(INTERIOR_HVAC, `must be one of ${INTERIOR_HVAC.join(', ')}`),
    preconditioning: z.boolean('must be true or false'),
  },
  {
    ambientTemp: 'Outside temperature, in °C.',
    interiorHvac: 'What is done with the interior before the departure.',
    preconditioning: 'Whether the vehicle is preconditioned before it leaves. False by default.',
  },
)
export const V2icpParameters = z.object(nullishShape(v2icpParameters)).meta({ id: 'V2icpParameters' })

const preconditioning = described(
  {
    vehiclePreconditioningEnergykWh: quantity(0),
    vehiclePreconditioningTimeMs: preconditioningTimeMs,
    batteryPreconditioningTimeMs: preconditioningTimeMs,
  },
  {
    vehiclePreconditioningEnergykWh: 'Energy that heating or cooling takes before the departure, in kWh; 0 by default.',
    vehiclePreconditioningTimeMs: 'How long heating or cooling takes, in milliseconds; 0 by default.',
    batteryPreconditioningTimeMs: 'How long conditioning the battery takes, in milliseconds; 0 by default.',
  },
)
export const Preconditioning = z.object(nullishShape(preconditioning)).meta({ id: 'Preconditioning' })

/** The most power that the battery takes at a SoC; linear between the points. */
export const CurvePoint = z
  .object(
    described(
      { soc: Soc, powerkW: quantity(0) },
      {
        soc: 'State of charge, in percent, above that of the point before.',
        powerkW: 'Most power that the battery takes there, in kW.',
      },
    ),
  )
  .meta({ id: 'ChargingCurvePoint' })
const chargingCurve = z
  .array(CurvePoint, 'must be an array of points')
  .min(2, 'must have at least 2 points')
  .max(20, 'must be at most 20 points')
/** Printable ASCII, as OCPP's identifiers are. */
const VehicleToken = z
  .string()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/, 'must be 1 to 255 printable ASCII characters')
  .meta({ example: '04A2B31C5D6E80' })
const tokens = z.array(VehicleToken, 'must be an array of tokens').max(50, 'must be at most 50 tokens')

/** What the lists and objects of a vehicle are for, in requests and answers alike. */
const TEXTS = {
  chargingPorts: 'Its inlets, by which it is recognised when it plugs in; an empty list for none.',
  evMacAddress:
    'Deprecated: the address of the first active charging port. Use chargingPorts, which win if both come. Alone it sets that port’s address, and null removes the port.',
  v2icpParameters: 'How it is prepared for the departure.',
  preconditioning: 'What preconditioning takes where the vehicle does not say it itself (V2ICP).',
  chargingCurve: 'Most power by state of charge, 2 to 20 points, linear between them. Left out: not known.',
  tokens:
    'RFID or contract ids that it is also known by, each of one vehicle only, in upper or lower case. Left out: none.',
} as const

const locationUids = z.array(LocationUid).max(100, 'must be at most 100 locations')

const attributes = described(
  {
    name: text(200),
    evModel: text(),
    licensePlate: text(),
    notes: text(10_000),
    vin: text(),
    fullChargeEnergykWh: quantity(1),
    maxChargePowerkW: quantity(1),
    minChargePowerkW: quantity(0),
    minPreconditioningPowerkW: quantity(0),
    consumption: quantity(0),
    supportsPauseResume: z.boolean('must be true or false'),
    enableChargeScheduling: z.boolean('must be true or false'),
  },
  {
    name: 'What people call it, at most 200 characters.',
    evModel: 'Make and model.',
    licensePlate: 'License plate.',
    notes: 'Notes, at most 10,000 characters.',
    vin: 'Vehicle identification number.',
    fullChargeEnergykWh:
      'Energy that charges the battery from 0 to 100 %, in kWh. Without it the vehicle gets no plan.',
    maxChargePowerkW: 'Most power that it charges with, in kW. Without it the vehicle gets no plan.',
    minChargePowerkW: 'Minimum power that it charges with, in kW; 0 by default, never above the maximum.',
    minPreconditioningPowerkW: 'Minimum power of preconditioning, in kW; a higher one shortens the time.',
    consumption: 'Consumption in Wh/km, for estimates of the charge on arrival.',
    supportsPauseResume: 'Whether charging can pause and go on. False by default: one uninterrupted block.',
    enableChargeScheduling:
      'Whether its charging is planned. True by default; false: its schedules are kept, and it charges at full power from arrival.',
  },
)

/**
 * What PUT and PATCH take. PUT: left out or null is the default. PATCH (RFC 7396): left out stays, null clears,
 * objects merge, arrays replace. `id` and `v2icp` are read-only and ignored.
 */
export const VehicleInput = z
  .object({
    ...nullishShape(attributes),
    ...described(
      {
        locationUid: z.union([LocationUid, locationUids], 'must be a location id or an array of them').nullish(),
        chargingPorts: z.array(ChargingPort, 'must be an array of ports').max(20, 'must be at most 20 ports').nullish(),
        evMacAddress: MacAddress.nullish().meta({ deprecated: true }),
        v2icpParameters: V2icpParameters.nullish(),
        preconditioning: Preconditioning.nullish(),
        chargingCurve: chargingCurve.nullish(),
        tokens: tokens.nullish(),
      },
      { ...TEXTS, locationUid: 'The locations that it belongs to: one id or several; null for none.' },
    ),
  })
  .meta({ id: 'VehicleInput' })
export type VehicleInput = z.output<typeof VehicleInput>

const present = <T extends z.ZodRawShape>(shape: T) => z.object(shape).partial()

/** A vehicle as it is given back: what has no value is left out; only `evMacAddress` and `locationUid` are null then. */
export const Vehicle = z
  .object({
    ...present(attributes).shape,
    minChargePowerkW: attributes.minChargePowerkW,
    supportsPauseResume: attributes.supportsPauseResume,
    enableChargeScheduling: attributes.enableChargeScheduling,
    ...described(
      {
        id: Id,
        locationUid: z.array(LocationUid).nullable(),
        chargingPorts: z.array(z.object(chargingPort({ macAddress: z.string(), inactive: z.boolean().optional() }))),
        evMacAddress: z.string().nullable().meta({ deprecated: true }),
        v2icpParameters: present(v2icpParameters).optional(),
        preconditioning: present(preconditioning).optional(),
        chargingCurve: chargingCurve.optional(),
        tokens: tokens.optional(),
        v2icp: V2icpInfo.optional(),
      },
      {
        ...TEXTS,
        id: 'Its id, which you choose.',
        locationUid: 'The locations that it belongs to; null for none.',
        v2icp: 'Read-only: what its last V2ICP message (VDV 261) said.',
      },
    ),
  })
  .meta({ id: 'Vehicle' })
export type Vehicle = z.infer<typeof Vehicle>

export const VehicleRecord = z
  .object(
    described(
      { vehicle: Vehicle, v2icp: V2icpInfo.optional() },
      { vehicle: 'The vehicle.', v2icp: 'What its last V2ICP message said; the same as in the vehicle.' },
    ),
  )
  .meta({ id: 'VehicleRecord' })
export const VehicleList = z
  .object({ vehicles: z.array(VehicleRecord).describe('The vehicles, by name, then id.') })
  .meta({ id: 'VehicleList' })
export type VehicleList = z.infer<typeof VehicleList>
