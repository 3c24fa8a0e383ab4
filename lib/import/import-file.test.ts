import { expect, test } from 'vitest'
import { readImportFile } from '@/lib/import/import-file'

const stay = {
  vehicleId: 'b1',
  plannedArrivalTime: '2026-11-22T17:00:00Z',
  plannedDepartureTime: '2026-11-23T04:00:00Z',
  targetSoC: 90,
}
const read = (file: object) => readImportFile(JSON.stringify(file))

test('every bad row is named with all its faults, and the good ones are there', () => {
  const { file, badRows } = read({
    vehicles: [{ id: 'b1', fullChargeEnergykWh: 400 }, { id: 'bad id!', maxChargePowerkW: 0 }, { id: 'b1' }],
    schedules: [
      stay,
      { ...stay, targetSoC: 101, startSoC: 'full' },
      { ...stay, plannedDepartureTime: stay.plannedArrivalTime },
      null,
    ],
  })
  expect(badRows).toEqual([
    {
      row: 'vehicles[1] (bad id!)',
      faults: [expect.stringMatching(/^id: /), expect.stringMatching(/^maxChargePowerkW: /)].reverse(),
    },
    { row: 'vehicles[2] (b1)', faults: ['id: b1 is in the file a second time'] },
    { row: 'schedules[1] (b1)', faults: [expect.stringMatching(/^startSoC: /), expect.stringMatching(/^targetSoC: /)] },
    { row: 'schedules[2] (b1)', faults: ['plannedDepartureTime: must be later than plannedArrivalTime'] },
    { row: 'schedules[3]', faults: [expect.any(String)] },
  ])
  expect(file.vehicles.map(({ id }) => id)).toEqual(['b1'])
  expect(file.schedules).toHaveLength(1)
})

test('of two stays of one vehicle that overlap the later one is bad; back to back is no overlap', () => {
  const next = { ...stay, plannedArrivalTime: stay.plannedDepartureTime, plannedDepartureTime: '2026-11-23T06:00:00Z' }
  expect(read({ schedules: [next, stay] }).badRows).toEqual([])
  const overlapping = { ...next, plannedArrivalTime: '2026-11-23T03:59:00Z' }
  const { badRows, file } = read({ schedules: [overlapping, stay] })
  expect(badRows).toHaveLength(1)
  expect(file.schedules).toHaveLength(1)
})

test.each(['not json', '[]', '{}', '{"vehicles":{}}', 'null'])('%s is refused with a sentence', (text) => {
  expect(() => readImportFile(text)).toThrow(/file/)
})
