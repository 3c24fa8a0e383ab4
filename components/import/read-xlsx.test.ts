import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal'
import { fleetCsv } from '@/components/fleet/fleet-csv'
import { fleetXlsx } from '@/components/fleet/fleet-xlsx'
import { readTable } from '@/components/import/read-table'
import { readXlsx, XLSX_LIMITS } from '@/components/import/read-xlsx'

const bytesOf = async (blob: Blob | Promise<Blob>) => new Uint8Array(await (await blob).arrayBuffer())
const sheet = (rows: SheetData) => bytesOf(writeXlsxFile(rows, {}).toBlob())
const refusal = (bytes: Uint8Array, limits = XLSX_LIMITS) => readXlsx(bytes, limits).catch(({ why }) => why)

describe('readXlsx', () => {
  it('reads texts, numbers, dates to the minute, yes and no, and empty cells', async () => {
    const date = { type: Date, format: 'dd.mm.yyyy hh:mm', value: new Date('2026-11-23T17:30:00Z') }
    const bytes = await sheet([
      [{ value: 'bus' }, { value: 'arrival' }, { value: 'target' }, { value: 'note' }],
      [{ value: 'Lähtö, "1"' }, date, { value: 95.5 }, { value: true }],
      [{ value: 'b2' }, null, { value: 80 }, null],
    ])
    expect(readTable(await readXlsx(bytes))).toMatchObject({
      headings: ['bus', 'arrival', 'target', 'note'],
      rows: [
        ['Lähtö, "1"', '2026-11-23 17:30', '95.5', 'true'],
        ['b2', '', '80', ''],
      ],
    })
  })

  it('reads a percent as it looks, and as it is written where its format says no percent', async () => {
    const percent = (value: number, format: string) => ({ type: Number, value, format })
    const bytes = await sheet([
      [{ value: 'bus' }, { value: 'target' }, { value: 'minimum' }, { value: 'start' }, { value: 'priority' }],
      [{ value: 'b1' }, percent(0.57, '0%'), percent(0.295, '0.0 %'), percent(0.75, '0.00'), percent(1, '0" %"')],
      [{ value: 'b2' }, percent(1, '0.00%'), null, percent(75, '0'), { value: '0.5' }],
    ])
    expect(readTable(await readXlsx(bytes)).rows).toEqual([
      ['b1', '57', '29.5', '0.75', '1'],
      ['b2', '100', '', '75', '0.5'],
    ])
  })

  it('takes the export of the fleet back as the CSV file has it', async () => {
    const vehicle = {
      ...{ id: '0012', name: '=12, "old"', locationUid: ['north', 'south'], evMacAddress: null, chargingPorts: [] },
      ...{ fullChargeEnergykWh: 420.5, minChargePowerkW: 0, supportsPauseResume: true, enableChargeScheduling: false },
    }
    expect(await readXlsx(await bytesOf(fleetXlsx([vehicle])))).toBe(fleetCsv([vehicle]))
  })

  it('reads a long workbook whole', async () => {
    const row = (index: number) => [{ value: `bus-${index}` }, { value: index }, { value: 'a note '.repeat(20) }]
    const rows = Array.from({ length: 1_500 }, (_, index) => row(index))
    const { rows: read } = readTable(
      await readXlsx(await sheet([[{ value: 'id' }, { value: 'n' }, { value: 'x' }], ...rows])),
    )
    expect([read.length, read.at(-1)?.slice(0, 2)]).toEqual([1_500, ['bus-1499', '1499']])
  })

  it('refuses what is no workbook', async () => {
    expect(await refusal(new TextEncoder().encode('id;name\nb1;One\n'))).toBe('unreadable')
    expect(await refusal(zipSync({ 'note.txt': new Uint8Array(10) }))).toBe('unreadable')
    const cut = (await sheet([[{ value: 'id' }]])).slice(0, 400)
    expect(await refusal(cut)).toBe('unreadable')
  })

  it('refuses a workbook that is too large, unpacks to too much, or has too many rows', async () => {
    const bytes = await sheet([[{ value: 'id' }], [{ value: 'b1' }], [{ value: 'b2' }]])
    expect(await refusal(bytes, { ...XLSX_LIMITS, bytes: 100 })).toBe('tooLarge')
    expect(await refusal(bytes, { ...XLSX_LIMITS, rows: 2 })).toBe('tooMany')
    expect(await refusal(bytes, { ...XLSX_LIMITS, entries: 3 })).toBe('tooLarge')
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(2_000_000) })
    expect(bomb.length).toBeLessThan(10_000)
    expect(await refusal(bomb, { ...XLSX_LIMITS, unpackedBytes: 1_000_000 })).toBe('tooLarge')
  })
})
