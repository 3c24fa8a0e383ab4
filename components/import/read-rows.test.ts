import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fleetCsv } from '@/components/fleet/fleet-csv'
import { COLUMNS, kindOf, mappingOf, missingColumns } from '@/components/import/columns'
import { decodeFile } from '@/components/import/decode-file'
import { readRows, writingOf } from '@/components/import/read-rows'
import { readTable, SEPARATORS } from '@/components/import/read-table'
import { templateOf } from '@/components/import/template'

const read = (text: string) => {
  const table = readTable(text)
  const kind = kindOf(table.headings)
  const mapping = mappingOf(table.headings, kind)
  return { table, kind, rows: readRows(table, { kind, mapping, zone: 'UTC', ...writingOf(table, { kind, mapping }) }) }
}

describe('readTable', () => {
  it.each(SEPARATORS)('recognises the separator %j, quotes and line ends', (separator) => {
    const lines = [
      ['id', 'name'],
      ['b1', `a"${separator}b`],
      ['b2', 'x'],
    ]
    const text = lines
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join('\r\n')
    expect(readTable(text)).toEqual({ separator, headings: lines[0], rows: lines.slice(1), lines: [2, 3] })
  })

  it('reads over a byte order mark, Excel’s sep= line, and empty rows, and keeps the numbers of lines', () => {
    expect(readTable('\uFEFFsep=;\r\nid;name\r\n;;\r\nb1;One\r\n')).toMatchObject({
      ...{ separator: ';', headings: ['id', 'name'], rows: [['b1', 'One']], lines: [4] },
    })
  })

  it('gives back what was written, whatever it is', () => {
    const cell = fc.string({ maxLength: 12 }).map((value) => `c${value.replace(/[\r\n\uFEFF]/g, '')}c`)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...SEPARATORS),
        (rows, separator) => {
          const text = rows
            .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
            .join('\n')
          const table = readTable(text, separator)
          expect([table.headings, ...table.rows]).toEqual(rows)
        },
      ),
    )
  })
})

describe('decodeFile', () => {
  it('reads UTF-8, and what Excel writes on Windows', () => {
    expect(decodeFile(new TextEncoder().encode('\uFEFFLähtö'))).toBe('Lähtö')
    expect(decodeFile(new Uint8Array([0x4c, 0xe4, 0x68, 0x74, 0xf6]))).toBe('Lähtö')
  })
})

describe('columns', () => {
  it('are known by the API’s names, by what people call them, and without unit or case', () => {
    const headings = ['Vehicle', 'ARRIVAL', 'Planned departure time', 'Target SoC (%)', 'Umlauf', 'Colour']
    expect(kindOf(headings)).toBe('stays')
    expect(mappingOf(headings, 'stays')).toEqual([
      ...['vehicleId', 'plannedArrivalTime', 'plannedDepartureTime', 'targetSoC', 'blockId'],
      null,
    ])
  })

  it('hold each property once', () => {
    expect(mappingOf(['id', 'vehicle', 'bus'], 'vehicles')).toEqual(['id', null, null])
  })

  it('tell which of those that are needed are missing', () => {
    expect(missingColumns(['vehicleId', null, 'targetSoC'], 'stays')).toEqual([
      'plannedArrivalTime',
      'plannedDepartureTime',
    ])
    expect(missingColumns(['id'], 'vehicles')).toEqual([])
  })
})

describe('readRows', () => {
  it('reads stays with decimal commas and dates on the depot’s clock', () => {
    const { rows } = read('Bus;Ankunft;Abfahrt;SoC;Ziel\nb1;23.11.2026 17:30;24.11.2026 04:15;35,5;95\n')
    expect(rows).toEqual([
      {
        ...{ line: 2, vehicleId: 'b1', faults: [] },
        said: {
          ...{ plannedArrivalTime: '2026-11-23T17:30:00.000Z', plannedDepartureTime: '2026-11-24T04:15:00.000Z' },
          ...{ startSoC: 35.5, targetSoC: 95 },
        },
      },
    ])
  })

  it('names what cannot be read, what is missing, and a vehicle that comes again', () => {
    const { rows } = read('id,name,battery,pause\nb1,One,many,perhaps\n,Two,300,yes\nb1,Again,300,no\n')
    expect(rows.map(({ faults }) => faults)).toEqual([
      [
        { property: 'fullChargeEnergykWh', cell: 'many', why: 'number' },
        { property: 'supportsPauseResume', cell: 'perhaps', why: 'yesNo' },
      ],
      [{ property: 'id', cell: '', why: 'missing' }],
      [{ property: 'id', cell: 'b1', why: 'again' }],
    ])
  })

  it.each(['en-GB', 'de-DE', 'fi-FI'])(
    'takes the export of the fleet for spreadsheets in %s back as it was',
    (locale) => {
      const vehicle = {
        ...{
          id: 'b1',
          name: '=12, "old"; 3',
          evModel: 'U12',
          licensePlate: 'A-1',
          locationUid: ['north', 'south'],
          evMacAddress: null,
        },
        ...{ fullChargeEnergykWh: 420.5, maxChargePowerkW: 150, minChargePowerkW: 0, consumption: 1300 },
        ...{ supportsPauseResume: true, enableChargeScheduling: false },
        chargingPorts: [
          { macAddress: '00:00:5E:00:53:12', type: 'CCS2' as const },
          { macAddress: '00:00:5E:00:53:13', type: 'NACS' as const },
        ],
      }
      const { id: _id, evMacAddress: _mac, ...said } = vehicle
      expect(read(fleetCsv([vehicle], locale)).rows).toEqual([{ line: 2, vehicleId: 'b1', faults: [], said }])
    },
  )

  it.each(['en-GB', 'de-DE', 'fi-FI'])(
    'takes small exports of the fleet in %s back with fractions and commas',
    (locale) => {
      for (let count = 1; count <= 9; count += 1) {
        const fleet = Array.from({ length: count }, (_, index) => ({
          ...{ id: `b${index}`, name: 'Bus', locationUid: ['north'], evMacAddress: null, chargingPorts: [] },
          ...{ fullChargeEnergykWh: 420.5, maxChargePowerkW: 60.192, minChargePowerkW: 0, notes: 'a, b, 1.5, c.' },
          ...{ supportsPauseResume: true, enableChargeScheduling: false },
        }))
        const { table, rows } = read(fleetCsv(fleet, locale))
        expect(table.headings.length).toBeGreaterThan(5)
        expect(rows.map(({ vehicleId: id, said, faults }) => ({ id, ...said, faults }))).toEqual(
          fleet.map(({ evMacAddress: _mac, chargingPorts: _ports, ...said }) => ({ ...said, faults: [] })),
        )
      }
    },
  )

  it('takes the decimal sign from the numbers alone', () => {
    const { rows } = read(
      'id;battery;maxPower;notes\nb1;1.500,5 kWh;12,5 kW;1.5\nb2;1 500,5;1.500;2.5\nb3;;;3.5\nb4;;;4.5\n',
    )
    expect(
      rows.slice(0, 2).map(({ said, faults }) => [said.fullChargeEnergykWh, said.maxChargePowerkW, faults]),
    ).toEqual([
      [1500.5, 12.5, []],
      [1500.5, 1500, []],
    ])
  })

  it.each(['vehicles', 'stays'] as const)('reads the template for %s without a fault', (kind) => {
    const result = read(templateOf(kind, 'de-DE'))
    expect(result.kind).toBe(kind)
    expect(result.table.headings.length).toBe(COLUMNS[kind].length)
    expect(result.rows).toMatchObject([{ vehicleId: 'bus-12', faults: [] }])
  })
})
