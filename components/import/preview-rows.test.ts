import { describe, expect, it } from 'vitest'
import { callsOf, entriesOf, type ImportResult, previewRows } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'

const stay = (line: number, vehicleId: string, hour: number): ReadRow => ({
  ...{ line, vehicleId, faults: [] },
  said: { plannedDepartureTime: `2030-01-07T${String(hour).padStart(2, '0')}:00:00.000Z` },
})
const schedule = (hour: number, targetSoC = 90) => ({
  ...{ id: `s${hour}`, evId: 'b', locationUid: 'north', targetSoC, priority: 0 },
  ...{
    plannedArrivalTime: '2030-01-07T00:00:00.000Z',
    plannedDepartureTime: stay(0, 'b', hour).said.plannedDepartureTime as string,
  },
})
const problem = (detail: string, errors?: { path: string; message: string }[]) => ({
  ...{ type: 'about:blank', title: 'no', status: 422, detail, instance: '/' },
  ...(errors && { errors }),
})

describe('previewRows', () => {
  it('gives each stay its fate by its departure', async () => {
    const rows = [stay(2, 'b', 1), stay(3, 'b', 2), stay(4, 'b', 3), stay(5, 'b', 4)]
    const result: ImportResult = {
      ...{ vehicleId: 'b', status: 200, ids: [], skipped: [{ index: 3, reason: 'over' }] },
      created: [schedule(1)],
      updated: [{ before: schedule(2, 80), after: schedule(2, 95) }],
    }
    const fates = await previewRows(rows, 'stays', async () => [result])
    expect(rows.map((row) => fates.get(row))).toEqual([
      { fate: 'new' },
      { fate: 'changed', changes: [{ name: 'targetSoC', before: 80, after: 95 }], scheduleId: 's2' },
      { fate: 'same' },
      { fate: 'past' },
    ])
  })

  it('says of which column a fault of a vehicle is, not where it stands in the call', async () => {
    const rows: ReadRow[] = [{ line: 2, vehicleId: 'b', said: { id: 'b' }, faults: [] }]
    const paths = ['vehicle.maxChargePowerkW', 'vehicle.chargingPorts[0].macAddress', 'vehicle.chargingPorts[1].type']
    const error = problem(
      'no',
      paths.map((path) => ({ path, message: 'is odd' })),
    )
    const fates = await previewRows(rows, 'vehicles', async () => [{ vehicleId: 'b', status: 422, error }])
    expect(fates.get(rows[0] as ReadRow)).toEqual({
      fate: 'fault',
      reasons: ['maxChargePowerkW', 'macAddress', 'portType'].map((name) => ({ name, message: 'is odd' })),
    })
  })

  it('tries a vehicle that is refused for some rows again without them', async () => {
    const rows = [stay(2, 'b', 1), stay(3, 'b', 2), stay(4, 'b', 3)]
    const asked: number[] = []
    const fates = await previewRows(rows, 'stays', async ([entry]) => {
      asked.push(entry?.schedules?.length ?? 0)
      if (entry?.schedules?.length === 3)
        return [
          {
            vehicleId: 'b',
            status: 422,
            error: problem('no', [{ path: 'schedules[1].targetSoC', message: 'is odd' }]),
          },
        ]
      return [{ vehicleId: 'b', status: 200, created: [schedule(1), schedule(3)] }]
    })
    expect(asked).toEqual([3, 2])
    expect(rows.map((row) => fates.get(row))).toEqual([
      { fate: 'new' },
      { fate: 'fault', reasons: [{ name: 'targetSoC', message: 'is odd' }] },
      { fate: 'new' },
    ])
  })

  it('finds each row that overlaps what is stored, however many there are', async () => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((hour) => stay(hour + 1, 'b', hour))
    const free = rows[7]?.said.plannedDepartureTime
    const fates = await previewRows(rows, 'stays', async ([entry]) => {
      const at = entry?.schedules?.findIndex(({ plannedDepartureTime }) => plannedDepartureTime !== free) ?? -1
      if (at < 0) return [{ vehicleId: 'b', status: 200, created: [schedule(8)] }]
      return [{ vehicleId: 'b', status: 409, error: problem(`schedules[${at}] overlaps the schedule s9.`) }]
    })
    const fault = { fate: 'fault', reasons: [{ name: '', message: 'overlaps the schedule s9.' }] }
    expect(rows.map((row) => fates.get(row))).toEqual([...Array(7).fill(fault), { fate: 'new' }])
  })

  it('takes the rows of a vehicle that overlap what is stored at once where they are all named', async () => {
    const rows = [stay(2, 'b', 1), stay(3, 'b', 2), stay(4, 'b', 3)]
    const errors = [0, 2].map((index) => ({ path: `schedules[${index}]`, message: `overlaps the schedule s${index}.` }))
    let asked = 0
    const fates = await previewRows(rows, 'stays', async ([entry]) => {
      asked += 1
      if (entry?.schedules?.length === 1) return [{ vehicleId: 'b', status: 200, created: [schedule(2)] }]
      return [{ vehicleId: 'b', status: 409, error: problem('schedules[0] overlaps the schedule s0.', errors) }]
    })
    expect(asked).toBe(2)
    expect(rows.map((row) => fates.get(row))).toEqual([
      { fate: 'fault', reasons: [{ name: '', message: 'overlaps the schedule s0.' }] },
      { fate: 'new' },
      { fate: 'fault', reasons: [{ name: '', message: 'overlaps the schedule s2.' }] },
    ])
  })

  it('names the other row of an overlap by its line, and rows that get no answer', async () => {
    const rows = [stay(2, 'b', 1), stay(3, 'b', 2)]
    const errors = [{ path: 'schedules[1]', message: 'overlaps schedules[0] from 1 to 2' }]
    const fates = await previewRows(rows, 'stays', async ([entry]) =>
      entry?.schedules?.length === 2 ? [{ vehicleId: 'b', status: 409, error: problem('no', errors) }] : [],
    )
    expect(rows.map((row) => fates.get(row))).toEqual([
      { fate: 'fault', reasons: [{ message: 'It could not be tried.', code: 'not-tried' }] },
      { fate: 'fault', reasons: [{ name: '', message: 'overlaps row 2 from 1 to 2' }] },
    ])
  })

  it('has two calls on their way at once and no more, and a fate for every row', async () => {
    const rows = Array.from({ length: 240 }, (_, index) => stay(index + 2, `bus-${index}`, 1))
    let [here, most] = [0, 0]
    const fates = await previewRows(rows, 'stays', async (entries) => {
      here += 1
      most = Math.max(most, here)
      await new Promise((resolve) => setTimeout(resolve))
      here -= 1
      return entries.map(({ vehicleId }) => ({ vehicleId, status: 200, created: [schedule(1)] }))
    })
    expect([most, fates.size]).toEqual([2, rows.length])
  })

  it('says what is wrong with a whole vehicle at each of its rows, and does not send rows that cannot be read', async () => {
    const rows = [
      stay(2, 'b', 1),
      stay(3, 'b', 2),
      { ...stay(4, 'c', 3), faults: [{ property: 'x', cell: '', why: 'missing' as const }] },
    ]
    const fates = await previewRows(rows, 'stays', async (entries) => {
      expect(entries.map(({ vehicleId }) => vehicleId)).toEqual(['b'])
      return [{ vehicleId: 'b', status: 404, error: problem('There is no vehicle b.') }]
    })
    const fault = { fate: 'fault', reasons: [{ message: 'There is no vehicle b.' }] }
    expect(rows.map((row) => fates.get(row))).toEqual([fault, fault, undefined])
  })
})

describe('callsOf', () => {
  it('keeps calls short, and every row is in one of them once', () => {
    const rows = Array.from({ length: 2_600 }, (_, index) =>
      stay(index + 2, index < 1_200 ? 'many' : `bus-${index % 140}`, 1),
    )
    const calls = callsOf(entriesOf(rows, 'stays'))
    const sent = calls.flat().flatMap((one) => one.rows)
    expect(new Set(sent).size).toBe(rows.length)
    expect(sent.length).toBe(rows.length)
    for (const call of calls) {
      expect(call.length).toBeLessThanOrEqual(50)
      expect(new Set(call.map(({ entry }) => entry.vehicleId)).size).toBe(call.length)
      for (const { entry, rows: own } of call) expect(entry.schedules).toEqual(own.map(({ said }) => said))
    }
  })
})
