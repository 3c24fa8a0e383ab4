import { describe, expect, test } from 'vitest'
import { v2icpFault, v2icpInfo } from '@/lib/charging/v2icp-info'

const base = { vehicleId: 'bus-1', at: Date.UTC(2026, 10, 22), macAddress: null, locationUid: null, odometer: null }

describe('v2icpInfo', () => {
  test('keeps the raw message and reads what it can, however it is nested', () => {
    const message = { data: { vin: 'WEB123', odo: 120_500, prec_reqtime: 30 }, response: { code: 0 } }
    expect(v2icpInfo({ ...base, macAddress: '00:1A:2B:3C:4D:5E', locationUid: 'north', message })).toEqual({
      evId: 'bus-1',
      evMacAddress: '00:1A:2B:3C:4D:5E',
      locationUid: 'north',
      odometer: 120_500,
      response: { code: 0 },
      timestamp: '2026-11-22T00:00:00.000Z',
      v2icp: message,
      vin: 'WEB123',
    })
  })

  test('the event’s own odometer goes before the message’s', () => {
    expect(v2icpInfo({ ...base, odometer: 7, message: { odometer: 5 } }).odometer).toBe(7)
  })
})

describe('v2icpFault', () => {
  test.each([
    ['NUL in a value', { a: ['x\0'] }],
    ['NUL in a name', { 'a\0': 1 }],
    ['half of a surrogate pair', { a: '\ud800' }],
    ['a text of over 1,000 characters', 'x'.repeat(1_001)],
    ['more than 100,000 characters in all', Array.from({ length: 200 }, () => 'x'.repeat(900))],
  ])('refuses %s', (_, message) => {
    expect(v2icpFault(message)).toEqual(expect.any(String))
  })

  test('takes any other JSON', () => {
    expect(v2icpFault({ list: [1, null, 'ü', { deep: true }] })).toBeNull()
  })
})
