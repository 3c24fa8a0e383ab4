import { expect, test } from 'vitest'
import { rowsCsv } from '@/components/reports/rows-csv'

test('rows have the columns in order; what is left out is empty, and what a spreadsheet would run is text', () => {
  const rows = [{ blockId: '=1+1', energykWh: 12.5 }, { energykWh: 0 }]
  expect(rowsCsv(['blockId', 'energykWh'], rows, 'en-GB')).toBe("blockId,energykWh\r\n'=1+1,12.5\r\n,0\r\n")
  expect(rowsCsv(['blockId', 'energykWh'], rows, 'de-DE')).toBe("blockId;energykWh\r\n'=1+1;12,5\r\n;0\r\n")
})
