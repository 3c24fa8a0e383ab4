import { z } from 'zod'
import { Id, LocationUid, MacAddress, nullishShape, quantity, Soc, Timestamp, text } from '@/lib/contract/primitives'

export const PORT_TYPES = ['CCS1', 'CCS2', 'CHAdeMO', 'GBT', 'MCS', 'NACS', 'OppCharge', 'Type1', 'Type2'] as const
export const INTERIOR_HVAC = [
  'HotWaterAndHeating',
  'NoHotWaterCoolingOrVentilation',
  'NoPreconditioning',
  'OnlyHotWaterAndVentilation',
] as const

/** The vehicle's inlet, with the MAC address of its charging controller (EVCCID). */
export const ChargingPort = z
  .object({
    macAddress: MacAddress,
    type: z.enum(PORT_TYPES, `must be one of ${PORT_TYPES.join(', ')}`),
    inactive: z.boolean('must be true or false').nullish(),
  })
  .meta({ id: 'ChargingPort' })

/** The last V2ICP (VDV 261) message of a vehicle; read-only. */
export const V2icpInfo = z
  .object({
    evId: z.string().optional(),
    evMacAddress: z.string().optional(),
    locationUid: z.string().optional(),
    odometer: z.number().optional(),
    passwordId: z.string().optional(),
    response: z.unknown().optional(),
    timestamp: Timestamp.optional(),
    v2icp: z.unknown().optional(),
    vin: z.string().optional(),
  })
  .meta({ id: 'V2icpInfo' })
export type V2icpInfo = z.infer<typeof V2icpInfo>

/** Minutes and hours are never longer than a day here; the planner uses at most 120 minutes. */
const preconditioningTimeMs = quantity(0, 86_400_000)

export const V2icpParameters = z
  .object({
    ambientTemp: quantity(-100, 100).nullish(),
    interiorHvac: z.enum(INTERIOR_HVAC, `must be one of ${INTERIOR_HVAC.join(', ')}`).nullish(),
    preconditioning: z.boolean('must be true or false').nullish(),
  })
  .meta({ id: 'V2icpParameters' })

export const Preconditioning = z
  .object({
    vehiclePreconditioningEnergykWh: quantity(0).nullish(),
    vehiclePreconditioningTimeMs: preconditioningTimeMs.nullish(),
    batteryPreconditioningTimeMs: preconditioningTimeMs.nullish(),
  })
  .meta({ id: 'Preconditioning' })

/** The most power that the battery takes at a SoC; linear between the points. */
export const CurvePoint = z.object({ soc: Soc, powerkW: quantity(0) }).meta({ id: 'ChargingCurvePoint' })
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

const locationUids = z.array(LocationUid).max(100, 'must be at most 100 locations')

const attributes = {
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
}

/**
 * What PUT and PATCH take. PUT: left out or null is the default. PATCH (RFC 7396): left out stays, null clears,
 * objects merge, arrays replace. `id` and `v2icp` are read-only and ignored.
 */
export const VehicleInput = z
  .object({
    ...nullishShape(attributes),
    locationUid: z.union([LocationUid, locationUids], 'must be a location id or an array of them').nullish(),
    chargingPorts: z.array(ChargingPort, 'must be an array of ports').max(20, 'must be at most 20 ports').nullish(),
    evMacAddress: MacAddress.nullish(),
    v2icpParameters: V2icpParameters.nullish(),
    preconditioning: Preconditioning.nullish(),
    chargingCurve: chargingCurve.nullish(),
    tokens: tokens.nullish(),
  })
  .meta({ id: 'VehicleInput' })
export type VehicleInput = z.output<typeof VehicleInput>

const present = <T extends z.ZodRawShape>(shape: T) => z.object(shape).partial()

/** A vehicle as it is given back: what has no value is left out; only `evMacAddress` and `locationUid` are null then. */
export const Vehicle = z
  .object({
    id: Id,
    ...present(attributes).shape,
    minChargePowerkW: attributes.minChargePowerkW,
    supportsPauseResume: attributes.supportsPauseResume,
    enableChargeScheduling: attributes.enableChargeScheduling,
    locationUid: z.array(LocationUid).nullable(),
    chargingPorts: z.array(
      z.object({ macAddress: z.string(), type: z.enum(PORT_TYPES), inactive: z.boolean().optional() }),
    ),
    evMacAddress: z.string().nullable(),
    v2icpParameters: z
      .object({
        ambientTemp: z.number().optional(),
        interiorHvac: z.enum(INTERIOR_HVAC).optional(),
        preconditioning: z.boolean().optional(),
      })
      .optional(),
    preconditioning: z
      .object({
        vehiclePreconditioningEnergykWh: z.number().optional(),
        vehiclePreconditioningTimeMs: z.number().optional(),
        batteryPreconditioningTimeMs: z.number().optional(),
      })
      .optional(),
    chargingCurve: chargingCurve.optional(),
    tokens: tokens.optional(),
    v2icp: V2icpInfo.optional(),
  })
  .meta({ id: 'Vehicle' })
export type Vehicle = z.infer<typeof Vehicle>

export const VehicleRecord = z.object({ vehicle: Vehicle, v2icp: V2icpInfo.optional() }).meta({ id: 'VehicleRecord' })
export const VehicleList = z.object({ vehicles: z.array(VehicleRecord) }).meta({ id: 'VehicleList' })
export type VehicleList = z.infer<typeof VehicleList>
