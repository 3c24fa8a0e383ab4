import { expect, test } from 'vitest'
import { triedRequest } from '@/components/api-reference/tried-request'
import { textIn } from '@/components/messages/text'

const schema = { type: 'string' }
const call = {
  method: 'PATCH',
  path: '/vehicles/{vehicleId}/schedules',
  parameters: [
    { in: 'path', name: 'vehicleId', required: true, schema },
    { in: 'query', name: 'dryRun', schema },
    { in: 'query', name: 'from', schema },
    { in: 'header', name: 'If-Match', schema },
  ],
}
const text = textIn('en')
const typed = (values: Record<string, string>) => new Map(Object.entries(values))

test('what was typed stands where it belongs, encoded, and what was left empty is not sent', () => {
  const values = typed({
    'path vehicleId': ' bus/1 ',
    'query dryRun': 'true',
    'query from': ' ',
    'header If-Match': '"7"',
  })
  expect(triedRequest(call, values, '{"schedules":[]}', text)).toEqual({
    address: '/api/vehicles/bus%2F1/schedules?dryRun=true',
    init: {
      method: 'PATCH',
      headers: { accept: 'application/json', 'If-Match': '"7"', 'content-type': 'application/json' },
      body: '{"schedules":[]}',
    },
  })
})

test('an empty body is none', () => {
  const { init } = triedRequest(call, typed({ 'path vehicleId': 'bus-1' }), ' ', text)
  expect(init).toEqual({ method: 'PATCH', headers: { accept: 'application/json' } })
})

test.each([
  ['a part of the address that is missing', {}, undefined, 'Give vehicleId: it is part of the address.'],
  ['a body that is no JSON', { 'path vehicleId': 'bus-1' }, '{', /^The body is no JSON: /],
])('%s is told before anything is sent', (_what, values, body, sentence) => {
  expect(() => triedRequest(call, typed(values), body, text)).toThrow(sentence)
})
