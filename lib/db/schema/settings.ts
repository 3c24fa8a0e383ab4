/** The shapes inside the jsonb columns of `location`. Instants are epoch milliseconds; wall times `HH:MM` of the depot's zone. */
type WeeklySlot = { day: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'; from: string; to: string }
type DatedSlot = { from: number; to: number }

export type BaseLoad = {
  weekly?: (WeeklySlot & { powerkW: number })[]
  dates?: (DatedSlot & { powerkW: number })[]
}

/** The site's limit for a time, instead of the usual one. */
export type PowerLimits = {
  dates?: (DatedSlot & { powerkW: number; note?: string })[]
}

export type Tariff = {
  currency?: string
  demandChargePerkW?: number
  /** Over which time the grid takes one peak: a month where nothing is said. */
  demandPeriod?: 'month' | 'year'
  /** A floor set by hand for the peak of the current billing period. */
  peakSoFarkW?: number
  weekly?: (WeeklySlot & { perkWh: number })[]
  dates?: (DatedSlot & { perkWh: number })[]
}

export type PowerRule = { tag: string; idealPowerkW: number | null }
