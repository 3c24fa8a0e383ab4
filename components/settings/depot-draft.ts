import { numberOf, quantityOf, typedNumber } from '@/components/format/typed-number'
import { rowsOfSlots, slotsOfRows, type WeekRow, type WeekSlot } from '@/components/settings/week-slots'
import type { DEMAND_PERIODS } from '@/lib/contract/enumerations'
import type { Location } from '@/lib/contract/location'

/** The settings that are plain numbers in the form; text while they are typed, empty for none. */
const CHARGING_NUMBERS = [
  'targetSoC',
  'minimumSoC',
  'bulkSoC',
  'departureMarginMinutes',
  'readyBufferMinutes',
  'assumedArrivalSoC',
] as const
const NUMBERS = ['powerLimitkW', 'chargingEfficiency', ...CHARGING_NUMBERS] as const
const TARIFF_NUMBERS = ['demandChargePerkW', 'peakSoFarkW'] as const

type NumberName = (typeof NUMBERS)[number] | (typeof TARIFF_NUMBERS)[number]

/** A depot's settings while they are edited. */
export type DepotDraft = Record<NumberName, string> & {
  name: string
  timeZone: string
  strategy: Location['strategy']
  controlChargers: boolean
  demandPeriod: DemandPeriod
  currency: string
  prices: WeekRow[]
  baseLoad: WeekRow[]
  /** Limits that hold for a time instead of `powerLimitkW`. */
  datedLimits: DatedLimit[]
}

type DemandPeriod = (typeof DEMAND_PERIODS)[number]

export type DatedLimit = NonNullable<NonNullable<Location['powerLimits']>['dates']>[number]

/** The draft that shows a depot as it is, with numbers in the reader's writing. */
export function draftOf(location: Location, locale: string): DepotDraft {
  const { tariff, baseLoad } = location
  const text = (value: number | undefined) => typedNumber(value, locale)
  const rows = (slots: readonly WeekSlot[]) => rowsOfSlots(slots, locale)
  return {
    ...(Object.fromEntries(NUMBERS.map((name) => [name, text(location[name])])) as Record<NumberName, string>),
    ...(Object.fromEntries(TARIFF_NUMBERS.map((name) => [name, text(tariff?.[name])])) as Record<NumberName, string>),
    name: location.name ?? '',
    timeZone: location.timeZone,
    strategy: location.strategy,
    controlChargers: location.controlChargers,
    demandPeriod: tariff?.demandPeriod ?? 'month',
    currency: tariff?.currency ?? '',
    prices: rows((tariff?.weekly ?? []).map(({ perkWh, ...slot }) => ({ ...slot, value: perkWh }))),
    baseLoad: rows((baseLoad?.weekly ?? []).map(({ powerkW, ...slot }) => ({ ...slot, value: powerkW }))),
    datedLimits: location.powerLimits?.dates ?? [],
  }
}

/** The parts of a depot's settings that are saved each for itself. */
export const DEPOT_SECTIONS = ['place', 'grid', 'tariff', 'charging'] as const
export type DepotSection = (typeof DEPOT_SECTIONS)[number]

/**
 * What has to be sent so that a section of the depot becomes as the draft says (JSON Merge Patch). What is not a number is
 * sent as it is, so that the server's sentence comes to its field.
 */
export function patchOf(section: DepotSection, draft: DepotDraft): object {
  return PATCHES[section](draft)
}

/** What of a section's patch is otherwise than where its edit began: what somebody else changed beside it stays. */
export function changedOf(patch: object, base: object): object {
  const was = base as Readonly<Record<string, unknown>>
  const changed = Object.entries(patch).flatMap(([name, value]) => {
    if (JSON.stringify(value) === JSON.stringify(was[name])) return []
    return [[name, isNested(value) && isNested(was[name]) ? changedOf(value, was[name]) : value]]
  })
  return Object.fromEntries(changed)
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A draft on what is stored now, with what was typed since another draft of it. */
export function rebased(typed: DepotDraft, since: DepotDraft, stored: DepotDraft): DepotDraft {
  const names = (Object.keys(typed) as (keyof DepotDraft)[]).filter((name) => typed[name] !== since[name])
  return { ...stored, ...Object.fromEntries(names.map((name) => [name, typed[name]])) }
}

const PATCHES: Record<DepotSection, (draft: DepotDraft) => object> = {
  place: ({ name, timeZone }) => ({ name: name.trim() || null, timeZone }),
  grid: ({ powerLimitkW, chargingEfficiency, datedLimits, baseLoad }) => ({
    powerLimitkW: powerLimitkW.trim() === '' ? null : orText(powerLimitkW, quantityOf),
    chargingEfficiency: numberOrNull(chargingEfficiency),
    powerLimits: { dates: orNone(datedLimits) },
    baseLoad: {
      weekly: orNone(slotsOfRows(baseLoad, quantityOf).map(({ value, ...slot }) => ({ ...slot, powerkW: value }))),
    },
  }),
  tariff: ({ currency, demandPeriod, prices, ...draft }) => ({
    tariff: {
      ...numbersOf(TARIFF_NUMBERS, draft),
      currency: currency.trim() || null,
      demandPeriod: demandPeriod === 'month' ? null : demandPeriod,
      weekly: orNone(slotsOfRows(prices).map(({ value, ...slot }) => ({ ...slot, perkWh: value }))),
    },
  }),
  charging: ({ strategy, controlChargers, ...draft }) => ({
    ...numbersOf(CHARGING_NUMBERS, draft),
    strategy,
    controlChargers,
  }),
}

function numbersOf<Name extends string>(names: readonly Name[], draft: Readonly<Record<Name, string>>): object {
  return Object.fromEntries(names.map((name) => [name, numberOrNull(draft[name])]))
}

function numberOrNull(value: string): number | string | null {
  return value.trim() === '' ? null : orText(value, numberOf)
}

function orText(value: string, read: (text: string) => number): number | string {
  const number = read(value)
  return Number.isFinite(number) ? number : value
}

function orNone<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null
}
