import { type SQL, sql } from 'drizzle-orm'
import type { EvSchedule } from '@/lib/contract/schedule'
import type { StayDetails } from '@/lib/db/schema/schedule'

export type { StayDetails }

type DetailName = keyof StayDetails
type DetailProperty = 'startSoC' | 'targetSoC' | 'minimumSoC' | 'priority' | 'externalId' | 'blockId'

/**
 * The one list of them: the name in our code, the property of the API, the column of `stay` and `rule_version` and its
 * type. Reading, writing, defaults and views follow from it.
 */
const DETAILS: readonly { name: DetailName; property: DetailProperty; column: string; type: string }[] = [
  { name: 'startSoc', property: 'startSoC', column: 'start_soc', type: 'float8' },
  { name: 'targetSoc', property: 'targetSoC', column: 'target_soc', type: 'float8' },
  { name: 'minimumSoc', property: 'minimumSoC', column: 'minimum_soc', type: 'float8' },
  { name: 'priority', property: 'priority', column: 'priority', type: 'int' },
  { name: 'externalId', property: 'externalId', column: 'external_id', type: 'text' },
  { name: 'blockId', property: 'blockId', column: 'block_id', type: 'text' },
]

export const DETAIL_NAMES: readonly DetailName[] = DETAILS.map(({ name }) => name)

/** The details of something that has more. */
export function detailsOf(source: StayDetails): StayDetails {
  return Object.fromEntries(DETAIL_NAMES.map((name) => [name, source[name]])) as StayDetails
}

/** Details as the API says them: null and absent mean that nothing is said. */
export type SaidDetails = { [property in DetailProperty]?: StayDetails[DetailName] }

/** What holds where nothing is said: the location's target, and priority 0. */
export type DetailDefaults = Pick<StayDetails, 'targetSoc'>

/**
 * The details after a sender has said `said` of a stay with `before`: what is left out stays, null goes back to its
 * default. Without `before`, what is left out gets its default too.
 */
export function saidDetails(said: SaidDetails, defaults: DetailDefaults, before?: StayDetails): StayDetails {
  const unsaid: Partial<StayDetails> = { ...defaults, priority: 0 }
  const values = DETAILS.map(({ name, property }) => {
    const value = said[property] === undefined ? before?.[name] : said[property]
    return [name, value ?? unsaid[name] ?? null]
  })
  return Object.fromEntries(values) as StayDetails
}

/** Details as the properties of an EvSchedule; what has no value is left out. */
export function detailProperties(details: StayDetails): Pick<EvSchedule, DetailProperty> {
  const said = DETAILS.filter(({ name }) => details[name] !== null)
  return Object.fromEntries(said.map(({ name, property }) => [property, details[name]])) as Pick<
    EvSchedule,
    DetailProperty
  >
}

/** Details as a row of columns, for `jsonb_to_recordset`. */
export function detailRow(details: StayDetails): Record<string, unknown> {
  return Object.fromEntries(DETAILS.map(({ name, column }) => [column, details[name]]))
}

const listed = (part: (detail: (typeof DETAILS)[number]) => string): SQL => sql.raw(DETAILS.map(part).join(', '))

/** The parts of SQL statements that name the details; `alias` is the table's. */
export const detailSql = {
  /** `start_soc, …`, or `x.start_soc, …` */
  columns: (alias?: string): SQL => listed(({ column }) => (alias === undefined ? column : `${alias}.${column}`)),
  /** `start_soc float8, …`: the columns of a record set. */
  types: (): SQL => listed(({ column, type }) => `${column} ${type}`),
  /** `start_soc = x.start_soc, …` */
  assignments: (alias: string): SQL => listed(({ column }) => `${column} = ${alias}.${column}`),
  /** `s.start_soc as "startSoc", …` */
  selection: (alias: string): SQL => listed(({ name, column }) => `${alias}.${column} as "${name}"`),
  /** `'startSoc', v.start_soc, …`: the arguments of `json_build_object`. */
  jsonPairs: (alias: string): SQL => listed(({ name, column }) => `'${name}', ${alias}.${column}`),
  /**
   * `',"startSoC":' || to_json(s.start_soc), …`: arguments of `concat`, which leaves out what is null and with it the
   * whole property. A measured start SoC stands before a posted one.
   */
  jsonText: (alias: string): string =>
    DETAILS.map(({ name, property, column }) => {
      const value = `${alias}.${column}`
      return `',"${property}":' || to_json(${name === 'startSoc' ? `coalesce(${alias}.measured_start_soc, ${value})` : value})`
    }).join(', '),
}
