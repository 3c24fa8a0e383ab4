import { describe, expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { evseState, faultWords } from '@/components/stations/evse-state'
import { placeName } from '@/lib/contract/place-name'
import type { ChargingStation, Evse } from '@/lib/contract/station'

const evse = (more: Partial<Evse> = {}): Evse => ({ evseId: 1, connectors: [], ...more })
const station = (more: Partial<ChargingStation> = {}): ChargingStation => ({
  ...{ id: 'CP-1', locationUid: 'north', allowRestart: false, allowWithoutPassword: false, hasPassword: true },
  ...{ online: true, lastSeen: '2026-11-22T17:30:00.000Z', faults: [], evses: [evse()], ...more },
})

describe('what an evse does', () => {
  test.each([
    [{}, { lastSeen: undefined }, 'never'],
    [{ status: 'Charging', powerkW: 80 }, { online: false }, 'offline'],
    [{ status: 'Faulted' }, {}, 'fault'],
    [{ status: 'Charging', errorCode: 'GroundFailure' }, {}, 'fault'],
    [{ status: 'Charging', powerkW: 80 }, {}, 'charging'],
    [{ status: 'Occupied', vehicleId: 'bus-1', powerkW: 0, limitkW: 0 }, {}, 'waiting'],
    [{ status: 'Preparing', limitkW: 20 }, {}, 'connected'],
    [{ status: 'Available' }, {}, 'free'],
    [{ status: 'Unavailable' }, {}, 'unavailable'],
    [{}, {}, 'unknown'],
  ] as const)('%j at a station %j: %s', (one, whole, expected) => {
    expect(evseState(station(whole as Partial<ChargingStation>), evse(one))).toBe(expected)
  })
})

test('a fault is told in words, with what the station adds, and a code that nobody knows is named', () => {
  const text = textIn('en')
  const faulted = (code: string, more: object = {}) =>
    faultWords(station({ faults: [{ code, since: '2026-11-22T17:30:00.000Z', ...more }] }), evse(), text)
  expect(faulted('HighTemperature')).toBe('It is too hot inside.')
  expect(faulted('X-17', { text: 'fan' })).toBe('It reports X-17. (fan)')
  expect(faulted('HighTemperature', { evseId: 2 })).toBeNull()
})

test('a place is called by its parking place, else by its station', () => {
  const two = station({ name: 'Charger 7', evses: [evse(), evse({ evseId: 2 })] })
  expect(placeName(two, evse({ parkingPlace: 'Row B, 7' }))).toBe('Row B, 7')
  expect(placeName(two, evse({ evseId: 2 }))).toBe('Charger 7 / 2')
  expect(placeName(station(), evse())).toBe('CP-1')
})
