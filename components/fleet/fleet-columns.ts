import type { LabelKey } from '@/components/messages/text'

export type FleetColumn =
  | 'name'
  | 'plate'
  | 'model'
  | 'state'
  | 'leaves'
  | 'place'
  | 'battery'
  | 'power'
  | 'consumption'
  | 'pauses'
  | 'ports'
  | 'vin'

type ColumnLooks = { id: FleetColumn; label: LabelKey; widthRem: number; numeric?: boolean; spare?: boolean }

/** The fleet table's columns in order. `spare` ones are shown when somebody wants them. */
export const FLEET_COLUMNS: readonly ColumnLooks[] = [
  { id: 'name', label: 'fleet.column.name', widthRem: 12 },
  { id: 'plate', label: 'fleet.column.plate', widthRem: 6.5 },
  { id: 'model', label: 'fleet.column.model', widthRem: 10 },
  { id: 'state', label: 'fleet.column.state', widthRem: 9.5 },
  { id: 'leaves', label: 'fleet.column.leaves', widthRem: 9.5 },
  { id: 'place', label: 'fleet.column.place', widthRem: 8 },
  { id: 'battery', label: 'fleet.column.battery', widthRem: 6.5, numeric: true },
  { id: 'power', label: 'fleet.column.power', widthRem: 6, numeric: true },
  { id: 'consumption', label: 'fleet.column.consumption', widthRem: 9.5, numeric: true, spare: true },
  { id: 'pauses', label: 'fleet.column.pauses', widthRem: 6, spare: true },
  { id: 'ports', label: 'fleet.column.ports', widthRem: 12 },
  { id: 'vin', label: 'fleet.column.vin', widthRem: 11, spare: true },
]

/** Reads a column's name, from the URL or from what was remembered. */
export function fleetColumnOf(name: string | null | undefined): FleetColumn | undefined {
  return FLEET_COLUMNS.find(({ id }) => id === name)?.id
}

export type FleetSort = { column: FleetColumn; descending: boolean }

/** The order that the URL names: `battery`, or `-battery` downwards; by name without one. */
export function fleetSortOf(name: string | null): FleetSort {
  const column = fleetColumnOf(name?.replace(/^-/, ''))
  return column ? { column, descending: name?.startsWith('-') ?? false } : { column: 'name', descending: false }
}

/** How the URL names an order; null for the usual one. */
export function fleetSortName({ column, descending }: FleetSort): string | null {
  if (column === 'name' && !descending) return null
  return descending ? `-${column}` : column
}
