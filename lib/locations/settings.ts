import { LOCATION_DEFAULTS, type Location, type LocationInput } from '@/lib/contract/location'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { location } from '@/lib/db/schema'
import type { BaseLoad, PowerLimits, PowerRule, Tariff } from '@/lib/db/schema/settings'
import type { Fault } from '@/lib/errors'

/** A location's row without its identity and dates. */
export type LocationSettings = Omit<typeof location.$inferInsert, 'uid' | 'createdAt' | 'updatedAt'>
type LocationRow = typeof location.$inferSelect

const TEXTS = ['locationId', 'name', 'address', 'city', 'postalCode', 'country', 'countryCode', 'lat', 'lng'] as const

/** The columns that our code spells its own way, and the contract's name and default of each. */
const SETTINGS = {
  timeZone: 'timeZone',
  powerLimitKw: 'powerLimitkW',
  chargingEfficiency: 'chargingEfficiency',
  strategy: 'strategy',
  targetSoc: 'targetSoC',
  minimumSoc: 'minimumSoC',
  bulkSoc: 'bulkSoC',
  departureMarginMinutes: 'departureMarginMinutes',
  readyBufferMinutes: 'readyBufferMinutes',
  assumedArrivalSoc: 'assumedArrivalSoC',
  controlChargers: 'controlChargers',
} as const
const DEFAULTS: Record<string, unknown> = LOCATION_DEFAULTS

/** A location of which nothing is said. */
export const BLANK: LocationSettings = {
  timeZone: LOCATION_DEFAULTS.timeZone,
  chargingEfficiency: LOCATION_DEFAULTS.chargingEfficiency,
  strategy: LOCATION_DEFAULTS.strategy,
  targetSoc: LOCATION_DEFAULTS.targetSoC,
  minimumSoc: LOCATION_DEFAULTS.minimumSoC,
  bulkSoc: LOCATION_DEFAULTS.bulkSoC,
  departureMarginMinutes: LOCATION_DEFAULTS.departureMarginMinutes,
  readyBufferMinutes: LOCATION_DEFAULTS.readyBufferMinutes,
  assumedArrivalSoc: LOCATION_DEFAULTS.assumedArrivalSoC,
  controlChargers: LOCATION_DEFAULTS.controlChargers,
  powerRules: [],
}

/** PUT: what is left out or null goes back to its default. */
export function replaced(input: LocationInput): LocationSettings {
  return merged(BLANK, input)
}

/** PATCH (RFC 7396): what is left out stays, null clears, objects merge, arrays replace. */
export function merged(current: LocationSettings, patch: LocationInput): LocationSettings {
  const next: Record<string, unknown> = { ...current }
  for (const name of TEXTS) if (patch[name] !== undefined) next[name] = patch[name]
  for (const [column, name] of Object.entries(SETTINGS)) {
    const value = patch[name as keyof LocationInput]
    if (value !== undefined) next[column] = value ?? DEFAULTS[name] ?? null
  }
  if (patch.powerRules !== undefined) next.powerRules = (patch.powerRules ?? []) satisfies PowerRule[]
  if (patch.powerLimits !== undefined)
    next.powerLimits = mergedObject<PowerLimits>(current.powerLimits, patch.powerLimits)
  if (patch.baseLoad !== undefined) next.baseLoad = mergedObject<BaseLoad>(current.baseLoad, patch.baseLoad)
  if (patch.tariff !== undefined) next.tariff = mergedObject<Tariff>(current.tariff, patch.tariff)
  return next as LocationSettings
}

function mergedObject<T extends object>(current: T | null | undefined, patch: object | null): T | null {
  if (patch === null) return null
  const said = Object.entries(patch).filter(([, value]) => value !== undefined)
  const next = Object.fromEntries(
    Object.entries({ ...current, ...Object.fromEntries(said) }).filter(([, value]) => value !== null),
  )
  return Object.keys(next).length > 0 ? (next as T) : null
}

/** Faults of settings that are impossible together (422): slots that end before they begin, or overlap. */
export function impossibilities(next: LocationSettings): Fault[] {
  return [
    ...slotFaults('powerLimits', next.powerLimits),
    ...slotFaults('baseLoad', next.baseLoad),
    ...slotFaults('tariff', next.tariff),
    ...ruleFaults(next.powerRules),
  ]
}

type SlotLists = {
  weekly?: { day: string; from: string; to: string }[]
  dates?: { from: number; to: number }[]
}

function slotFaults(path: string, load: SlotLists | null | undefined): Fault[] {
  const weekly = (load?.weekly ?? []).map((slot, index) => ({
    path: `${path}.weekly[${index}]`,
    group: slot.day,
    from: minutesOf(slot.from),
    to: minutesOf(slot.to),
  }))
  const dates = (load?.dates ?? []).map((slot, index) => ({ path: `${path}.dates[${index}]`, group: 'dates', ...slot }))
  return [...weekly, ...dates].length === 0
    ? []
    : [...backwards([...weekly, ...dates]), ...overlaps([...weekly, ...dates])]
}

type Slot = { path: string; group: string; from: number; to: number }

function backwards(slots: Slot[]): Fault[] {
  return slots.filter(({ from, to }) => to <= from).map(({ path }) => ({ path, message: 'must end after it begins' }))
}

function overlaps(slots: Slot[]): Fault[] {
  const ordered = [...slots].sort((a, b) => a.group.localeCompare(b.group) || a.from - b.from)
  return ordered.flatMap((slot, index) => {
    const before = ordered[index - 1]
    const overlapping = before && before.group === slot.group && before.to > slot.from
    return overlapping ? [{ path: slot.path, message: `must not overlap ${before.path}` }] : []
  })
}

function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3))
}

function ruleFaults(rules: PowerRule[]): Fault[] {
  return rules.flatMap(({ tag }, index) =>
    rules.findIndex((rule) => rule.tag === tag) < index
      ? [{ path: `powerRules[${index}].tag`, message: `must not name ${tag} a second time` }]
      : [],
  )
}

/** A row as the contract gives it back: what has no value is left out. */
export function toLocation(row: LocationRow): Location {
  const named = Object.fromEntries(
    Object.entries(SETTINGS).map(([column, name]) => [name, row[column as keyof typeof SETTINGS]]),
  )
  const texts = Object.fromEntries(TEXTS.map((name) => [name, row[name]]))
  const all: Record<string, unknown> = {
    id: row.uid,
    ...texts,
    ...named,
    powerLimits: row.powerLimits && { ...row.powerLimits, ...datesOut(row.powerLimits.dates) },
    baseLoad: row.baseLoad && { ...row.baseLoad, ...datesOut(row.baseLoad.dates) },
    tariff: row.tariff && { ...row.tariff, ...datesOut(row.tariff.dates) },
    powerRules: row.powerRules,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value != null)) as Location
}

function datesOut<T extends { from: number; to: number }>(dates: T[] | undefined) {
  return dates
    ? { dates: dates.map((slot) => ({ ...slot, from: toTimestamp(slot.from), to: toTimestamp(slot.to) })) }
    : {}
}
