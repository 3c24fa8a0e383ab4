import { numberOf, quantityOf, typedNumber } from '@/components/format/typed-number'
import { rowsOfSlots, slotsOfRows, type WeekRow, type WeekSlot } from '@/components/settings/week-slots'
import type { DEMAND_PERIODS } from '@/lib/contract/enumerations'
import type { Location, LocationInput } from '@/lib/contract/location'

/** The settings that are plain numbers in the form; text while they are typed, empty for none. */
export const NUMBERS = [
  'powerLimitkW',
  'chargingEfficiency',
  'targetSoC',
  'minimumSoC',
  'bulkSoC',
  'departureMarginMinutes',
  'readyBufferMinutes',
  'assumedArrivalSoC',
] as const
export const TARIFF_NUMBERS = ['demandChargePerkW', 'peakSoFarkW'] as const

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

/**
 * What has to be sent so that the depot becomes as the draft says (JSON Merge Patch). What is not a number is sent as
 * it is, so that the server's sentence comes to its field.
 */
export function patchOf(draft: DepotDraft): Record<keyof LocationInput, unknown> | object {
  const number = (value: string) => (value.trim() === '' ? null : orText(value, numberOf))
  const quantity = (value: string) => (value.trim() === '' ? null : orText(value, quantityOf))
  return {
    ...Object.fromEntries(
      NUMBERS.map((name) => [name, name === 'powerLimitkW' ? quantity(draft[name]) : number(draft[name])]),
    ),
    name: draft.name.trim() || null,
    timeZone: draft.timeZone,
    strategy: draft.strategy,
    controlChargers: draft.controlChargers,
    tariff: {
      ...Object.fromEntries(TARIFF_NUMBERS.map((name) => [name, number(draft[name])])),
      currency: draft.currency.trim() || null,
      demandPeriod: draft.demandPeriod === 'month' ? null : draft.demandPeriod,
      weekly: orNone(slotsOfRows(draft.prices).map(({ value, ...slot }) => ({ ...slot, perkWh: value }))),
    },
    powerLimits: { dates: orNone(draft.datedLimits) },
    baseLoad: {
      weekly: orNone(
        slotsOfRows(draft.baseLoad, quantityOf).map(({ value, ...slot }) => ({ ...slot, powerkW: value })),
      ),
    },
  }
}

function orText(value: string, read: (text: string) => number): number | string {
  const number = read(value)
  return Number.isFinite(number) ? number : value
}

function orNone<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null
}
