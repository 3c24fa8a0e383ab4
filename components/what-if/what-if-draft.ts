import { quantityOf } from '@/components/format/typed-number'
import { limitOf, newLimitDraft, withLimit } from '@/components/limits/timed-limit'
import type { DatedLimit } from '@/components/settings/depot-draft'
import { STRATEGIES } from '@/lib/contract/enumerations'
import type { Location } from '@/lib/contract/location'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'

/** What is tried, while it is typed; empty for what is as it is. */
export type WhatIfDraft = {
  limit: string
  from: string
  to: string
  strategy: string
  late: string
  by: string
  colder: string
  /** `station:evse`; the id of a station may have colons too. */
  out: string
  more: string
  /** `none`: without the prices of single dates. */
  prices: string
}

export type WhatIfField = keyof WhatIfDraft

const FIELDS: readonly WhatIfField[] = [
  'limit',
  'from',
  'to',
  'strategy',
  'late',
  'by',
  'colder',
  'out',
  'more',
  'prices',
]
const USUAL_DELAY = '40'

/** Nothing is tried; times and delay are what is usual. */
export function newDraft(zone: string, now: number): WhatIfDraft {
  const { from, to } = newLimitDraft(zone, now)
  const nothing = { limit: '', strategy: '', late: '', colder: '', out: '', more: '', prices: '' }
  return { ...nothing, from, to, by: USUAL_DELAY }
}

/** The name in the URL. */
const nameOf = (field: WhatIfField) => `if.${field}`

/** The draft that a URL holds. */
export function draftOfUrl(get: (name: string) => string | null, zone: string, now: number): WhatIfDraft {
  const draft = newDraft(zone, now)
  const said = FIELDS.flatMap((field) => {
    const value = get(nameOf(field))
    return value === null ? [] : [[field, value] as const]
  })
  return { ...draft, ...Object.fromEntries(said) }
}

/** What the URL holds of a draft: times only beside their limit, a delay only beside its vehicles. */
export function urlOfDraft(draft: WhatIfDraft): Record<string, string | null> {
  const isIdle = (field: WhatIfField) =>
    ((field === 'from' || field === 'to') && draft.limit === '') || (field === 'by' && draft.late === '')
  return Object.fromEntries(FIELDS.map((field) => [nameOf(field), isIdle(field) ? null : draft[field] || null]))
}

/** A URL without any of it. */
export const NO_DRAFT: Record<string, null> = Object.fromEntries(FIELDS.map((field) => [nameOf(field), null]))

/** What a draft says: what is tried, or which fields are wrong. `limit`, `strategy`: what can be applied of it. */
export type WhatIf = {
  overrides: PlanOverridesInput | null
  faults: readonly WhatIfField[]
  limit?: DatedLimit
  strategy?: Location['strategy']
  /** Something is tried that cannot be applied. */
  hasMore: boolean
}

export function whatIfOf(draft: WhatIfDraft, location: Location, now: number): WhatIf {
  const faults: WhatIfField[] = []
  const number = (field: WhatIfField, least: number, most: number, isWhole: boolean): number | undefined => {
    if (draft[field].trim() === '') return undefined
    const value = quantityOf(draft[field])
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
    faults.push(field)
    return undefined
  }
  const limit = triedLimit(draft, location.timeZone, now, faults)
  const strategy = STRATEGIES.find((one) => one === draft.strategy && one !== location.strategy)
  const late = number('late', 0, 10_000, true)
  const delayMinutes = late ? number('by', 0, 7 * 24 * 60, false) : undefined
  if (late && draft.by.trim() === '') faults.push('by')
  const colder = number('colder', -90, 300, false)
  const more = number('more', 0, 500, true)
  const rest: PlanOverridesInput = {
    ...(late && delayMinutes !== undefined && { lateArrivals: { count: late, delayMinutes } }),
    ...(colder && { moreEnergyPercent: colder }),
    ...(draft.out !== '' && { chargersOut: [chargerOf(draft.out)] }),
    ...(more && { moreVehicles: { count: more } }),
    ...(draft.prices === 'none' && location.tariff?.dates && { tariff: { dates: null } }),
  }
  const overrides = {
    ...(limit && { powerLimits: { dates: withLimit(location.powerLimits?.dates ?? [], limit, now) } }),
    ...(strategy && { strategy }),
    ...rest,
  }
  return {
    overrides: faults.length > 0 ? null : overrides,
    faults,
    ...(limit && { limit }),
    ...(strategy && { strategy }),
    hasMore: Object.keys(rest).length > 0,
  }
}

const LIMIT_FIELDS = { power: 'limit', from: 'from', to: 'to', order: 'to', over: 'to' } as const

function triedLimit(draft: WhatIfDraft, zone: string, now: number, faults: WhatIfField[]): DatedLimit | undefined {
  if (draft.limit.trim() === '') return undefined
  const read = limitOf({ powerkW: draft.limit, from: draft.from, to: draft.to, note: '' }, zone, now)
  if ('limit' in read) return read.limit
  faults.push(LIMIT_FIELDS[read.fault])
  return undefined
}

function chargerOf(out: string): { stationId: string; evseId?: string } {
  const colon = out.lastIndexOf(':')
  return colon < 0 ? { stationId: out } : { stationId: out.slice(0, colon), evseId: out.slice(colon + 1) }
}
