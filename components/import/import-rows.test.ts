import { describe, expect, it } from 'vitest'
import { type ImportCall, importRows, type SendCall } from '@/components/import/import-rows'
import type { ReadRow } from '@/components/import/read-rows'

const rowsOf = (vehicleId: string, count: number): ReadRow[] =>
  Array.from({ length: count }, (_, index) => ({ line: index + 2, vehicleId, said: { index }, faults: [] }))

/** 3 calls of two vehicles each, as long as calls may be. */
const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => rowsOf(id, 250))
const LEFT = [{ row: 'row 7', reason: 'no time' }]

/** @param fails the number of the call (from 1) that is not answered */
function server(fails?: number) {
  const calls: ImportCall[] = []
  const send: SendCall = async (call) => {
    calls.push(call)
    if (calls.length === fails) throw new Error('away')
    return { id: 'imp_1', results: call.vehicles.map(({ vehicleId }) => ({ vehicleId, status: 200 })) }
  }
  return { calls, send }
}

function bring(send: SendCall, { rows = ROWS, stopAt = Number.POSITIVE_INFINITY } = {}) {
  let done = 0
  return importRows({ rows, kind: 'stays', name: 'winter.csv', leftOut: LEFT }, send, {
    isStopped: () => done >= stopAt,
    onDone: (now) => {
      done = now
    },
    leftWords: ({ entry, rows }) => ({ row: entry.vehicleId, reason: `${rows.length} rows` }),
  })
}

const vehiclesOf = ({ vehicles }: ImportCall) => vehicles.map(({ vehicleId }) => vehicleId)

describe('importRows', () => {
  it('goes on with the import that its first call began, and says once what the file leaves out', async () => {
    const { calls, send } = server()
    expect(await bring(send)).toEqual({ id: 'imp_1', rows: 1_500, left: [] })
    expect(calls.map(({ id, name, leftOut }) => ({ id, name, leftOut }))).toEqual([
      { name: 'winter.csv', leftOut: LEFT },
      { id: 'imp_1', name: 'winter.csv' },
      { id: 'imp_1', name: 'winter.csv' },
    ])
    expect(calls.flatMap(vehiclesOf)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('that is stopped names each vehicle that was not reached with the import', async () => {
    const { calls, send } = server()
    const { rows, left, fault } = await bring(send, { stopAt: 1 })
    expect([rows, left.map(({ entry }) => entry.vehicleId), fault]).toEqual([500, ['c', 'd', 'e', 'f'], undefined])
    const leftOut = ['c', 'd', 'e', 'f'].map((row) => ({ row, reason: '250 rows' }))
    expect(calls.slice(1)).toEqual([{ id: 'imp_1', name: 'winter.csv', leftOut, vehicles: [] }])
  })

  it('is not stopped amid a vehicle that takes several calls', async () => {
    const { calls, send } = server()
    const { rows, left } = await bring(send, { rows: [...rowsOf('long', 2_300), ...rowsOf('next', 400)], stopAt: 1 })
    expect([rows, left.map(({ entry }) => entry.vehicleId)]).toEqual([2_300, ['next']])
    expect(calls.map(vehiclesOf)).toEqual([['long'], ['long'], ['long'], []])
  })

  it('that fails half-way says what was imported and what was not', async () => {
    const { send } = server(2)
    const { rows, left, fault } = await bring(send)
    expect([rows, left.map(({ entry }) => entry.vehicleId)]).toEqual([500, ['c', 'd', 'e', 'f']])
    expect(fault?.message).toBe('away')
  })

  it('that fails at its first call has imported nothing', async () => {
    await expect(bring(server(1).send)).rejects.toThrow('away')
  })
})
