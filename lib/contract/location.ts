import { z } from 'zod'
import { DEMAND_PERIODS, WEEKDAYS } from '@/lib/contract/enumerations'
import { PowerRule, Strategy } from '@/lib/contract/plan'
import { described, Id, Instant, nullishShape, quantity, Soc, Timestamp, text } from '@/lib/contract/primitives'

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

const perkWh = quantity(-1_000, 1_000).describe('Price per kWh, in the tariff’s currency; it may be negative.')
const sitePowerkW = quantity().describe('Constant power of everything but the vehicles, in kW.')
const limit = described(
  { powerkW: quantity(0), note: text().optional() },
  { powerkW: 'The limit in that time, in kW.', note: 'Why, for people.' },
)
const WEEKLY = {
  day: 'The day of the week.',
  from: 'When it begins, on the location’s clock.',
  to: 'When it ends, on the location’s clock, up to 24:00. One that ends a minute before the next begins, or at 23:59, goes on until then.',
}
const DATED = { from: 'When it begins, ISO 8601.', to: 'When it ends, ISO 8601.' }
const weekly = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object({ ...described({ day: Weekday, from: WallTime, to: WallTime }, WEEKLY), ...shape })).max(1_000)
const dated = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object({ ...described({ from: Instant, to: Instant }, DATED), ...shape })).max(10_000)
const datedOut = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object({ ...described({ from: Timestamp, to: Timestamp }, DATED), ...shape }))

/** What the parts of a location are for, in requests and answers alike. */
const PARTS = {
  powerLimits: 'Limits of the grid connection for a time.',
  baseLoad: 'What the site draws besides the vehicles. Left out: nothing.',
  tariff: 'What energy and peaks cost. Left out: there is no cost.',
  powerRules: 'Ideal powers by phase of charging, each phase once; an empty list for none.',
}
const BASE_LOAD = { weekly: 'A typical week.', dates: 'What holds instead of the week at dates.' }
const TARIFF = { weekly: 'Prices of a typical week.', dates: 'Prices that hold instead of the week at dates.' }
const POWER_LIMITS = { dates: 'Limits that hold instead of `powerLimitkW` from `from` until `to`, lower or higher.' }

/** The site's own consumption: a typical week, overridden by dates. */
const BaseLoad = z
  .object(
    described(
      { weekly: weekly({ powerkW: sitePowerkW }).nullish(), dates: dated({ powerkW: sitePowerkW }).nullish() },
      BASE_LOAD,
    ),
  )
  .meta({ id: 'BaseLoadInput' })

/** The connection's limit for a time, lower or higher than `powerLimitkW`. */
const PowerLimits = z
  .object(described({ dates: dated(limit).nullish() }, POWER_LIMITS))
  .meta({ id: 'PowerLimitsInput' })

const charges = described(
  {
    currency: text(10),
    demandChargePerkW: quantity(0, 100_000),
    demandPeriod: z.enum(DEMAND_PERIODS, 'must be month or year'),
    peakSoFarkW: quantity(0),
  },
  {
    currency: 'The currency of all prices, such as EUR.',
    demandChargePerkW: 'What each kW of the billing period’s highest quarter-hour costs, in the currency.',
    demandPeriod: 'The billing period of the demand charge: month by default, or year.',
    peakSoFarkW:
      'A floor, set by hand, for the highest quarter-hour of the current period, in kW: what was drawn before it was known here.',
  },
)

/** What energy costs: a typical week, overridden by dates, and the demand charge of a period. */
const Tariff = z
  .object({
    ...nullishShape(charges),
    ...described({ weekly: weekly({ perkWh }).nullish(), dates: dated({ perkWh }).nullish() }, TARIFF),
  })
  .meta({ id: 'TariffInput' })

const attributes = described(
  {
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
  },
  {
    locationId: 'Your own reference of the location.',
    name: 'What people call it, at most 200 characters.',
    address: 'Street and number.',
    city: 'City.',
    postalCode: 'Postal code.',
    country: 'Country.',
    countryCode: 'Code of the country (ISO 3166-1 alpha-2).',
    lat: 'Latitude, in degrees.',
    lng: 'Longitude, in degrees.',
    timeZone: 'IANA time zone; UTC by default. Rules recur, and weekly tariffs and loads hold, on its clock.',
    powerLimitkW: 'Contracted capacity of the grid connection, in kW. Left out: no limit.',
    chargingEfficiency:
      'Power at the vehicle ÷ power at the grid, from 0.5 to 1; 1 by default. DC chargers reach about 0.94.',
    strategy: 'What plans aim at once every vehicle is ready; peak-supression (spelt so) by default.',
    targetSoC: 'Target of schedules that say none, in percent; 100 by default.',
    minimumSoC: 'Minimum of schedules that say none, in percent; 0 by default: none.',
    bulkSoC: 'Where the phase bulk ends and saturation begins, in percent; 80 by default.',
    departureMarginMinutes: 'Minutes before the departure by which charging is to be done; 10 by default.',
    readyBufferMinutes:
      'Minutes before that by which as much as possible is to be charged, as far as it costs next to nothing; 30 by default, 0 for none.',
    assumedArrivalSoC: 'State of charge on arrival where nothing is known of it, in percent; 20 by default.',
    controlChargers:
      'Whether plans are sent to the chargers as charging profiles. True by default; false: plans are only shown.',
  },
)

/** What PUT and PATCH of a location take, as for vehicles. */
export const LocationInput = z
  .object({
    ...nullishShape(attributes),
    ...described(
      {
        powerLimits: PowerLimits.nullish(),
        baseLoad: BaseLoad.nullish(),
        tariff: Tariff.nullish(),
        powerRules: z.array(PowerRule).max(20).nullish(),
      },
      PARTS,
    ),
  })
  .meta({ id: 'LocationInput' })
export type LocationInput = z.output<typeof LocationInput>

const baseLoadOut = z.object(
  described(
    { weekly: weekly({ powerkW: sitePowerkW }).optional(), dates: datedOut({ powerkW: sitePowerkW }).optional() },
    BASE_LOAD,
  ),
)
const powerLimitsOut = z.object(described({ dates: datedOut(limit).optional() }, POWER_LIMITS))
const tariffOut = z.object({
  ...z.object(charges).partial().shape,
  ...described({ weekly: weekly({ perkWh }).optional(), dates: datedOut({ perkWh }).optional() }, TARIFF),
  computedPeakkW: z
    .number()
    .optional()
    .describe(
      'Read-only, outside of the ETag, at a single location: the highest quarter-hour of the current billing period so far, as measured, otherwise as planned, kW. Left out without a demand charge.',
    ),
})

const { locationId, name, address, city, postalCode, country, countryCode, lat, lng, powerLimitkW, ...settings } =
  attributes

/** A depot and its settings, defaults filled in; what has no value is left out. */
export const Location = z
  .object({
    id: Id.describe('The id of the location, its locationUid elsewhere.'),
    ...z.object({ locationId, name, address, city, postalCode, country, countryCode, lat, lng, powerLimitkW }).partial()
      .shape,
    ...settings,
    ...described(
      {
        powerLimits: powerLimitsOut.optional(),
        baseLoad: baseLoadOut.optional(),
        tariff: tariffOut.optional(),
        powerRules: z.array(PowerRule),
      },
      PARTS,
    ),
  })
  .meta({ id: 'Location' })
export type Location = z.infer<typeof Location>

export const LocationList = z
  .object({ locations: z.array(Location).describe('The locations, by name, then id.') })
  .meta({ id: 'LocationList' })

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

const costs = {
  energyCost: z
    .number()
    .optional()
    .describe('What the vehicles’ energy costs, in the tariff’s currency; left out where it names no price.'),
  demandCost: z
    .number()
    .optional()
    .describe(
      'The demand charge that this time causes: for what its highest quarter-hour lies above the highest that the billing period had before. Left out where the tariff has none.',
    ),
  cost: z.number().optional().describe('`energyCost` and `demandCost` together; left out without a tariff.'),
}

export const LoadTotals = z.object({
  peak15kW: z.number().describe('The highest mean of a clock quarter-hour of the whole site, kW: what grids bill.'),
  peakkW: z.number().describe('The highest power of the whole site at any moment, kW.'),
  energykWh: z.number().describe('What the vehicles take in this time, at the vehicles, kWh.'),
  unmetkWh: z.number().describe('What vehicles that leave in this time leave without, kWh.'),
  ...costs,
})
export type LoadTotals = z.infer<typeof LoadTotals>

/** 15-minute means at the site. */
export const LocationLoad = z
  .object({
    intervals: z
      .array(
        z.object({
          from: z.string().describe('When the quarter-hour begins, ISO 8601.'),
          to: z.string().describe('When it ends, ISO 8601.'),
          baseLoadkW: z.number().describe('The site’s own consumption, kW.'),
          evPowerkW: z
            .number()
            .describe('The vehicles, at the site, kW: as measured where chargers reported, otherwise as planned.'),
          measuredkW: z
            .number()
            .optional()
            .describe('What chargers reported of it, kW; left out where none did. The rest of `evPowerkW` is planned.'),
          plannedkW: z
            .number()
            .optional()
            .describe('Beside `measuredkW`: what the plans had said of all vehicles, at the site, kW.'),
          limitkW: z
            .number()
            .optional()
            .describe('The lowest limit that holds in this time, kW; left out without one.'),
          pricePerkWh: z
            .number()
            .optional()
            .describe('The price of a kWh at the site; left out where the tariff names none.'),
          priceIsAssumed: z
            .literal(true)
            .optional()
            .describe('The tariff does not say this price; it is the mean of those that it says.'),
          uncontrolledkW: z
            .number()
            .describe('The whole site if every vehicle took its full power from its arrival on, without a limit, kW.'),
        }),
      )
      .describe('The quarter-hours of the range, in order of time.'),
    totals: LoadTotals.describe('Sums and peaks of the range.'),
    uncontrolled: LoadTotals.describe('The same for uncontrolled charging of the same stays.'),
  })
  .meta({ id: 'LocationLoad' })
export type LocationLoad = z.infer<typeof LocationLoad>
