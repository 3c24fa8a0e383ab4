import type { LabelKey } from '@/components/messages/text'

export type FleetColumn = 'name' | 'state' | 'leaves' | 'plate' | 'model' | 'battery' | 'power' | 'ports' | 'scheduling'

/** The fleet table's columns in order; on narrow screens only what matters in the yard stays. */
export const FLEET_COLUMNS: readonly { id: FleetColumn; label: LabelKey; className?: string; numeric?: boolean }[] = [
  { id: 'name', label: 'fleet.column.name', className: 'max-w-[11rem]' },
  { id: 'state', label: 'fleet.column.state' },
  { id: 'leaves', label: 'fleet.column.leaves', className: 'hidden sm:table-cell' },
  { id: 'plate', label: 'fleet.column.plate', className: 'hidden md:table-cell' },
  { id: 'model', label: 'fleet.column.model', className: 'hidden lg:table-cell' },
  { id: 'battery', label: 'fleet.column.battery', className: 'hidden md:table-cell', numeric: true },
  { id: 'power', label: 'fleet.column.power', className: 'hidden md:table-cell', numeric: true },
  { id: 'ports', label: 'fleet.column.ports', className: 'hidden xl:table-cell' },
  { id: 'scheduling', label: 'fleet.column.scheduling', className: 'hidden xl:table-cell' },
]

/** Reads a column's name from the URL. */
export function fleetColumnOf(name: string | null | undefined): FleetColumn | undefined {
  return FLEET_COLUMNS.find(({ id }) => id === name)?.id
}
