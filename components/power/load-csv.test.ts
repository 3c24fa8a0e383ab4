import { expect, test } from 'vitest'
import { loadCsv } from '@/components/power/load-csv'

test('a line a quarter-hour under the API’s own names; a missing limit stays empty', () => {
  const interval = {
    from: '2026-11-22T20:00:00.000Z',
    to: '2026-11-22T20:15:00.000Z',
    baseLoadkW: 60,
    evPowerkW: 411.5,
    pricePerkWh: 0.18,
    uncontrolledkW: 900,
  }
  expect(loadCsv({ intervals: [interval] }, 'en-GB')).toBe(
    'from,to,baseLoadkW,evPowerkW,measuredkW,plannedkW,limitkW,pricePerkWh,priceIsAssumed,uncontrolledkW\r\n' +
      '2026-11-22T20:00:00.000Z,2026-11-22T20:15:00.000Z,60,411.5,,,,0.18,,900\r\n',
  )
})
