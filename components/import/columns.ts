import { propertyName } from '@/components/format/property-words'
import type { Text } from '@/components/messages/write-text'

/** What a file is about. */
export const IMPORT_KINDS = ['vehicles', 'stays'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

type CellType = 'text' | 'number' | 'instant' | 'yesNo'
/** A property that a column can hold, under the API's name, and what else such columns are called. */
export type Column = { property: string; type: CellType; names: readonly string[]; required?: boolean }

const VEHICLES: readonly Column[] = [
  {
    property: 'id',
    type: 'text',
    names: ['vehicleid', 'evid', 'vehicle', 'bus', 'fahrzeug', 'ajoneuvo'],
    required: true,
  },
  { property: 'name', type: 'text', names: ['bezeichnung', 'nimi'] },
  { property: 'evModel', type: 'text', names: ['model', 'make', 'modell', 'typ', 'malli'] },
  { property: 'licensePlate', type: 'text', names: ['plate', 'registration', 'kennzeichen', 'rekisteritunnus'] },
  { property: 'vin', type: 'text', names: [] },
  { property: 'locationUid', type: 'text', names: ['location', 'depot', 'standort', 'varikko'] },
  { property: 'macAddress', type: 'text', names: ['mac', 'evmacaddress', 'evccid'] },
  { property: 'portType', type: 'text', names: ['inlet', 'connector', 'plug'] },
  { property: 'fullChargeEnergykWh', type: 'number', names: ['battery', 'batterykwh', 'capacity', 'batterie', 'akku'] },
  { property: 'maxChargePowerkW', type: 'number', names: ['maxpower', 'maxpowerkw', 'power', 'ladeleistung'] },
  { property: 'minChargePowerkW', type: 'number', names: ['minpower', 'minpowerkw'] },
  { property: 'consumption', type: 'number', names: ['consumptionwhkm', 'verbrauch', 'kulutus'] },
  { property: 'supportsPauseResume', type: 'yesNo', names: ['pause', 'canpause'] },
  { property: 'enableChargeScheduling', type: 'yesNo', names: ['scheduling', 'planned'] },
  { property: 'notes', type: 'text', names: ['note', 'bemerkung', 'huomautus'] },
]

const STAYS: readonly Column[] = [
  {
    property: 'vehicleId',
    type: 'text',
    names: ['evid', 'vehicle', 'bus', 'id', 'fahrzeug', 'ajoneuvo'],
    required: true,
  },
  {
    property: 'plannedArrivalTime',
    type: 'instant',
    names: ['arrival', 'arrives', 'ankunft', 'saapuu'],
    required: true,
  },
  {
    property: 'plannedDepartureTime',
    type: 'instant',
    names: ['departure', 'leaves', 'abfahrt', 'lahtee'],
    required: true,
  },
  { property: 'startSoC', type: 'number', names: ['soc', 'socstart', 'arrivalsoc'] },
  { property: 'targetSoC', type: 'number', names: ['target', 'soctarget', 'ziel', 'tavoite'] },
  { property: 'minimumSoC', type: 'number', names: ['minimum', 'minsoc'] },
  { property: 'priority', type: 'number', names: ['prio', 'prioritat'] },
  { property: 'blockId', type: 'text', names: ['block', 'duty', 'umlauf', 'vuoro'] },
  { property: 'externalId', type: 'text', names: ['external', 'reference'] },
  { property: 'recurrenceRule', type: 'text', names: ['rrule', 'recurrence'] },
  { property: 'locationUid', type: 'text', names: ['location', 'depot', 'standort', 'varikko'] },
]

export const COLUMNS: Record<ImportKind, readonly Column[]> = { vehicles: VEHICLES, stays: STAYS }

/** What a property of a file is called: as in the form of what the rows are, else as in the API. */
export function columnName(kind: ImportKind, property: string, text: Text): string {
  return propertyName(kind === 'vehicles' ? 'vehicle' : 'schedule', property, text)
}

/** Which property each column holds, by its heading; null: none. */
export type Mapping = readonly (string | null)[]

/** Recognises a file's columns: each property once, in the order of the columns. */
export function mappingOf(headings: readonly string[], kind: ImportKind): Mapping {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const found = COLUMNS[kind].find((column) => isCalled(column, heading) && !taken.has(column.property))
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

function isCalled({ property, names }: Column, heading: string): boolean {
  const plain = plainName(heading)
  return plain === plainName(property) || names.includes(plain)
}

/** Without case, marks, separators and a unit in brackets: `Target SoC (%)` is `targetsoc`. */
function plainName(heading: string): string {
  return heading
    .replace(/[([].*?[)\]]/g, '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
