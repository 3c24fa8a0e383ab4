import { z } from 'zod'
import { PowerRule, Strategy } from '@/lib/contract/plan'
import { Id, Instant, nullishShape, quantity, Soc, Timestamp, text } from '@/lib/contract/primitives'

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const Weekday = z.enum(WEEKDAYS, `must be one of ${WEEKDAYS.join(', ')}`)
const WallTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day from 00:00 to 24:00')
  .meta({ example: '06:00' })

/** Whether the runtime knows this IANA zone by this name (offsets such as `+02:00` are no zones here). */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const TimeZone = text(100)
  .refine(isTimeZone, 'must be an IANA time zone such as Europe/Helsinki')
  .meta({ example: 'Europe/Helsinki' })

const perkWh = quantity(-1_000, 1_000)
const weekly = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object({ day: Weekday, from: WallTime, to: WallTime, ...shape })).max(1_000)
const dated = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object({ from: Instant, to: Instant, ...shape })).max(10_000)
const datedOut = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object({ from: z.string(), to: z.string(), ...shape }))

/** The site's own consumption: a typical week, overridden by dates. */
const BaseLoad = z
  .object({ weekly: weekly({ powerkW: quantity() }).nullish(), dates: dated({ powerkW: quantity() }).nullish() })
  .meta({ id: 'BaseLoadInput' })

const POWER_LIMITS = 'Limits that hold instead of `powerLimitkW` from `from` until `to`, lower or higher.'

/** The connection's limit for a time, lower or higher than `powerLimitkW`. */
const PowerLimits = z
  .object({ dates: dated({ powerkW: quantity(0), note: text().optional() }).nullish() })
  .meta({ id: 'PowerLimitsInput', description: POWER_LIMITS })

export const DEMAND_PERIODS = ['month', 'year'] as const
const DemandPeriod = z.enum(DEMAND_PERIODS, 'must be month or year')

/** What energy costs: a typical week, overridden by dates, and the demand charge of a month. */
const Tariff = z
  .object({
    currency: text(10).nullish(),
    demandChargePerkW: quantity(0, 100_000).nullish(),
    demandPeriod: DemandPeriod.nullish(),
    peakSoFarkW: quantity(0).nullish(),
    weekly: weekly({ perkWh }).nullish(),
    dates: dated({ perkWh }).nullish(),
  })
  .meta({ id: 'TariffInput' })

const attributes = {
  locationId: text(200),
  name: text(200),
  address: text(),
  city: text(),
  postalCode: text(),
  country: text(),
  countryCode: text(),
  lat: quantity(-90, 90),
  lng: quantity(-180, 180),
  timeZone: TimeZone,
  powerLimitkW: quantity(0),
  chargingEfficiency: quantity(0.5, 1),
  strategy: Strategy,
  targetSoC: Soc,
  minimumSoC: Soc,
  bulkSoC: Soc,
  departureMarginMinutes: quantity(0, 1_440),
  readyBufferMinutes: quantity(0, 1_440),
  assumedArrivalSoC: Soc,
  controlChargers: z.boolean('must be true or false'),
}

/** What PUT and PATCH of a location take, as for vehicles. */
export const LocationInput = z
  .object({
    ...nullishShape(attributes),
    powerLimits: PowerLimits.nullish(),
    baseLoad: BaseLoad.nullish(),
    tariff: Tariff.nullish(),
    powerRules: z.array(PowerRule).max(20).nullish(),
  })
  .meta({ id: 'LocationInput' })
export type LocationInput = z.output<typeof LocationInput>

const baseLoadOut = z.object({
  weekly: weekly({ powerkW: z.number() }).optional(),
  dates: datedOut({ powerkW: z.number() }).optional(),
})
const powerLimitsOut = z
  .object({ dates: datedOut({ powerkW: z.number(), note: z.string().optional() }).optional() })
  .meta({ description: POWER_LIMITS })
const tariffOut = z.object({
  currency: z.string().optional(),
  demandChargePerkW: z.number().optional(),
  demandPeriod: DemandPeriod.optional(),
  peakSoFarkW: z.number().optional(),
  weekly: weekly({ perkWh: z.number() }).optional(),
  dates: datedOut({ perkWh: z.number() }).optional(),
})

const { locationId, name, address, city, postalCode, country, countryCode, lat, lng, powerLimitkW, ...settings } =
  attributes

/** A depot and its settings, defaults filled in; what has no value is left out. */
export const Location = z
  .object({
    id: Id,
    ...z.object({ locationId, name, address, city, postalCode, country, countryCode, lat, lng, powerLimitkW }).partial()
      .shape,
    ...settings,
    powerLimits: powerLimitsOut.optional(),
    baseLoad: baseLoadOut.optional(),
    tariff: tariffOut.optional(),
    powerRules: z.array(PowerRule),
  })
  .meta({ id: 'Location' })
export type Location = z.infer<typeof Location>

export const LocationList = z.object({ locations: z.array(Location) }).meta({ id: 'LocationList' })

/** The settings of a location that nobody has set. Source: the contract, Locations. */
export const LOCATION_DEFAULTS = {
  timeZone: 'UTC',
  chargingEfficiency: 1,
  strategy: 'peak-supression',
  targetSoC: 100,
  minimumSoC: 0,
  bulkSoC: 80,
  departureMarginMinutes: 10,
  readyBufferMinutes: 30,
  assumedArrivalSoC: 20,
  controlChargers: true,
} as const

const totals = z.object({ peakkW: z.number(), energykWh: z.number(), unmetkWh: z.number(), cost: z.number() })

/** 15-minute means at the site. */
export const LocationLoad = z
  .object({
    intervals: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        baseLoadkW: z.number(),
        evPowerkW: z.number(),
        limitkW: z.number().optional(),
        pricePerkWh: z.number(),
        uncontrolledkW: z.number(),
      }),
    ),
    totals,
    uncontrolled: totals,
  })
  .meta({ id: 'LocationLoad' })
export type LocationLoad = z.infer<typeof LocationLoad>

/** What would be otherwise, for a plan that is only tried. */
export const PlanOverrides = z
  .object({
    powerLimitkW: quantity(0).nullish(),
    strategy: Strategy.nullish(),
    delayedVehicles: z
      .array(
        z.object({
          vehicleId: Id,
          delayMinutes: quantity(0, 7 * 24 * 60),
        }),
        'must be an array of delays',
      )
      .max(1_000, 'must be at most 1000 delays')
      .nullish(),
  })
  .superRefine(({ delayedVehicles }, context) => {
    const seen = new Set<string>()
    delayedVehicles?.forEach(({ vehicleId }, index) => {
      const path = ['delayedVehicles', index, 'vehicleId']
      if (seen.has(vehicleId)) context.addIssue({ code: 'custom', path, message: `names ${vehicleId} a second time` })
      seen.add(vehicleId)
    })
  })
  .meta({ id: 'PlanOverrides' })
export type PlanOverrides = z.output<typeof PlanOverrides>

const PlanOutcome = z.object({
  endSoC: z.number(),
  endTime: Timestamp,
  energykWh: z.number(),
  reachedTargetSoC: z.boolean(),
  usesMargin: z.boolean(),
})

/** How a tried plan differs from the one without the overrides: totals as differences, and whom it changes. */
export const PlanComparison = z
  .object({
    peakkW: z.number(),
    energykWh: z.number(),
    unmetkWh: z.number(),
    cost: z.number(),
    unchanged: z.number().int(),
    changes: z.array(
      z.object({
        scheduleId: z.string(),
        evId: Id,
        kind: z.enum(['better', 'worse', 'rescheduled']),
        before: PlanOutcome,
        after: PlanOutcome,
      }),
    ),
  })
  .meta({ id: 'PlanComparison' })
export type PlanComparison = z.infer<typeof PlanComparison>

export const PlanAnswer = z
  .object({
    planned: z.number().int(),
    peakkW: z.number(),
    energykWh: z.number(),
    unmetkWh: z.number(),
    cost: z.number(),
    timestamp: z.string(),
    comparison: PlanComparison.optional(),
  })
  .meta({ id: 'PlanAnswer' })
export type PlanAnswer = z.infer<typeof PlanAnswer>
