import { expect, test } from 'vitest'
import { fleetCsv } from '@/components/fleet/fleet-csv'
import type { Vehicle } from '@/lib/contract/vehicle'

const bus: Vehicle = {
  id: 'bus-1',
  name: 'Bus "Aurora", 1',
  notes: '=HYPERLINK("http://evil.example")',
  minChargePowerkW: 0,
  supportsPauseResume: true,
  enableChargeScheduling: false,
  locationUid: ['north', 'south'],
  chargingPorts: [
    { macAddress: '00:1A:2B:3C:4D:5E', type: 'CCS2' },
    { macAddress: '00:1A:2B:3C:4D:5F', type: 'MCS' },
  ],
  evMacAddress: '00:1A:2B:3C:4D:5E',
}

test('quotes what needs quotes, and keeps spreadsheets from running a text as a formula', () => {
  const [, line] = fleetCsv([bus]).split('\r\n')
  expect(line).toBe(
    'bus-1,"Bus ""Aurora"", 1",,,,north south,00:1A:2B:3C:4D:5E 00:1A:2B:3C:4D:5F,CCS2 MCS,,,0,,true,false,"\'=HYPERLINK(""http://evil.example"")"',
  )
})
