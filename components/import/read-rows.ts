import { COLUMNS, type Column, type ImportKind, type Mapping } from '@/components/import/columns'
import { decimalOf, orderOf, readInstant, readNumber, readYesNo, type Writing } from '@/components/import/read-cell'
import type { Table } from '@/components/import/read-table'

/** Why a cell cannot be read. */
export type CellFault = { property: string; cell: string; why: 'missing' | 'number' | 'instant' | 'yesNo' | 'again' }
/** A row as the API takes it, and what of it cannot be read. */
export type ReadRow = { line: number; vehicleId: string; said: Record<string, unknown>; faults: CellFault[] }

export type FileReading = Writing & { kind: ImportKind; mapping: Mapping; zone: string }

/** How a table writes numbers and dates, by the columns that hold them: a note proves nothing. */
export function writingOf(
  { rows, separator }: Table,
  { kind, mapping }: Omit<FileReading, keyof Writing | 'zone'>,
): Writing {
  const columns = columnsOf(mapping, kind)
  const cellsOf = (type: Column['type']) => rows.flatMap((cells) => cells.filter((_, at) => columns[at]?.type === type))
  return { decimal: decimalOf(cellsOf('number'), separator), order: orderOf(cellsOf('instant')) }
}

/** Reads the rows of a table under the API's names. An empty cell says nothing. */
export function readRows({ rows, lines }: Table, reading: FileReading): ReadRow[] {
  const columns = columnsOf(reading.mapping, reading.kind)
  const own = reading.kind === 'vehicles' ? 'id' : 'vehicleId'
  const seen = new Set<string>()
  return rows.map((cells, index) => {
    const row = readRow(cells, columns, reading)
    const vehicleId = String(row.said[own] ?? '')
    const { [own]: _id, ...said } = row.said
    if (reading.kind === 'vehicles' && seen.has(vehicleId))
      row.faults.push({ property: own, cell: vehicleId, why: 'again' })
    if (vehicleId) seen.add(vehicleId)
    return {
      ...{ line: lines[index] ?? index + 2, vehicleId, faults: row.faults },
      said: reading.kind === 'vehicles' ? withPorts(said) : said,
    }
  })
}

function columnsOf(mapping: Mapping, kind: ImportKind): (Column | undefined)[] {
  return mapping.map((name) => COLUMNS[kind].find(({ property }) => property === name))
}

function readRow(cells: readonly string[], columns: readonly (Column | undefined)[], reading: FileReading) {
  const said: Record<string, unknown> = {}
  const faults: CellFault[] = []
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (!column) continue
    const { property, type, required } = column
    if (cell === '') {
      if (required) faults.push({ property, cell, why: 'missing' })
      continue
    }
    const value = readValue(cell, type, reading)
    if (value === null) faults.push({ property, cell, why: type === 'text' ? 'missing' : type })
    else said[property] = value
  }
  return { said, faults }
}

function readValue(cell: string, type: Column['type'], reading: FileReading): unknown {
  if (type === 'number') return readNumber(cell, reading)
  if (type === 'instant') return readInstant(cell, reading, reading.zone)
  return type === 'yesNo' ? readYesNo(cell) : cell
}

const USUAL_PORT = 'CCS2'

/** Several depots or ports are separated by spaces, as the export of the fleet writes them. */
function withPorts({ macAddress, portType, locationUid, ...said }: Record<string, unknown>): Record<string, unknown> {
  const list = (value: unknown) => String(value).split(/\s+/)
  const types = portType === undefined ? [] : list(portType)
  return {
    ...said,
    ...(locationUid !== undefined && { locationUid: list(locationUid) }),
    ...(macAddress !== undefined && {
      chargingPorts: list(macAddress).map((mac, index) => ({ macAddress: mac, type: types[index] ?? USUAL_PORT })),
    }),
  }
}
