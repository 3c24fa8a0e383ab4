import { afterEach, expect, test, vi } from 'vitest'
import { acknowledgeAlarms } from '@/app/(depot)/_alarms/acknowledge-alarms'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A server that answers each alarm's acknowledgement with a status. @returns the alarms that it was asked about */
function server(statusOf: Record<string, number>): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    const id = address.split('/').at(-2) ?? ''
    asked.push(id)
    const status = statusOf[id] ?? 404
    return Response.json(status === 200 ? { id } : { detail: `Refused ${id}.`, status }, { status })
  })
  return asked
}

const alarms = ['a', 'b', 'c'].map((id) => ({ id }))

test('an alarm that somebody else sees to does not keep the name from the others', async () => {
  const asked = server({ a: 200, b: 409, c: 200 })
  expect(await acknowledgeAlarms(alarms, 'Night desk')).toBe(1)
  expect(asked).toEqual(['a', 'b', 'c'])
})

test('where somebody else sees to all of them, the server says who', async () => {
  server({ a: 409, b: 409, c: 409 })
  await expect(acknowledgeAlarms(alarms, 'Night desk')).rejects.toThrow('Refused a.')
})

test('any other refusal ends it', async () => {
  const asked = server({ a: 200, b: 403, c: 200 })
  await expect(acknowledgeAlarms(alarms, 'Night desk')).rejects.toThrow('Refused b.')
  expect(asked).toEqual(['a', 'b'])
})
