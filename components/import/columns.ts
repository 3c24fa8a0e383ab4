import { formName } from '@/components/format/form-names'
import { STAY_NAMES, VEHICLE_NAMES } from '@/components/import/column-names'
import type { Text } from '@/components/messages/write-text'

/** What a file is about. */
export const IMPORT_KINDS = ['vehicles', 'stays'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

type CellType = 'text' | 'number' | 'instant' | 'yesNo'
/** A property that a column can hold, under the API's name. */
export type Column = { property: string; type: CellType; required?: boolean }

const VEHICLES: readonly Column[] = [
  { property: 'id', type: 'text', required: true },
  { property: 'name', type: 'text' },
  { property: 'evModel', type: 'text' },
  { property: 'licensePlate', type: 'text' },
  { property: 'vin', type: 'text' },
  { property: 'locationUid', type: 'text' },
  { property: 'macAddress', type: 'text' },
  { property: 'portType', type: 'text' },
  { property: 'fullChargeEnergykWh', type: 'number' },
  { property: 'maxChargePowerkW', type: 'number' },
  { property: 'minChargePowerkW', type: 'number' },
  { property: 'consumption', type: 'number' },
  { property: 'supportsPauseResume', type: 'yesNo' },
  { property: 'enableChargeScheduling', type: 'yesNo' },
  { property: 'notes', type: 'text' },
]

const STAYS: readonly Column[] = [
  { property: 'vehicleId', type: 'text', required: true },
  { property: 'plannedArrivalTime', type: 'instant', required: true },
  { property: 'plannedDepartureTime', type: 'instant', required: true },
  { property: 'startSoC', type: 'number' },
  { property: 'targetSoC', type: 'number' },
  { property: 'minimumSoC', type: 'number' },
  { property: 'priority', type: 'number' },
  { property: 'blockId', type: 'text' },
  { property: 'externalId', type: 'text' },
  { property: 'recurrenceRule', type: 'text' },
  { property: 'locationUid', type: 'text' },
]

export const COLUMNS: Record<ImportKind, readonly Column[]> = { vehicles: VEHICLES, stays: STAYS }

/** What a property of a file is called: as in the form of what the rows are, else as in the API. */
export function columnName(kind: ImportKind, property: string, text: Text): string {
  return formName(kind === 'vehicles' ? 'vehicle' : 'schedule', property, text)
}

/** Which property each column holds, by its heading; null: none. */
export type Mapping = readonly (string | null)[]

/** Recognises a file's columns: each property once, in the order of the columns. */
export function mappingOf(headings: readonly string[], kind: ImportKind): Mapping {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const plain = plainName(heading)
    const found = COLUMNS[kind].find(({ property }) => NAMES[kind].get(property)?.has(plain) && !taken.has(property))
    if (found) taken.add(found.property)
    return found?.property ?? null
  })
}

/** What a file is about: stays where it says when something leaves, else vehicles. */
export function kindOf(headings: readonly string[]): ImportKind {
  return mappingOf(headings, 'stays').includes('plannedDepartureTime') ? 'stays' : 'vehicles'
}

/** The properties that a file must say and does not. */
export function missingColumns(mapping: Mapping, kind: ImportKind): string[] {
  return COLUMNS[kind].flatMap(({ property, required }) => (required && !mapping.includes(property) ? [property] : []))
}

/** The names of each property as they are compared. */
const NAMES: Record<ImportKind, ReadonlyMap<string, ReadonlySet<string>>> = {
  vehicles: namesOf(VEHICLES, VEHICLE_NAMES),
  stays: namesOf(STAYS, STAY_NAMES),
}

function namesOf(columns: readonly Column[], names: Readonly<Record<string, readonly string[]>>) {
  return new Map(
    columns.map(({ property }) => [property, new Set([property, ...(names[property] ?? [])].map(plainName))] as const),
  )
}

/** Without case, marks, separators and a unit in brackets or at the end: `Target SoC (%)` is `targetsoc`, as `Ziel-SoC, %` is `zielsoc`. */
function plainName(heading: string): string {
  return heading
    .replace(/[([].*?[)\]]/g, '')
    .replace(/[\s,/]+(in\s+)?(kWh|kW|Wh\/km|%)\s*$/i, '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
