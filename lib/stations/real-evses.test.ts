import { expect, test } from 'vitest'
import { realEvses } from '@/lib/stations/real-evses'
import { type EvseState, UNKNOWN_STATION } from '@/lib/stations/station-state'
import type { OpenSession } from '@/lib/stations/stored-station'

const AT = Date.UTC(2030, 0, 7, 22)
const plugged: EvseState = { connectors: {}, past: [], pluggedAt: AT, transaction: { id: '1', startedAt: AT } }
const drawing: EvseState = { ...plugged, reading: { at: AT, powerKw: 40 } }

type Known = { registered?: number[]; told?: number[]; says?: number; draws?: number[]; hasVehicle?: number[] }

function evsesOf({ registered = [], told = [], says, draws = [], hasVehicle = [] }: Known): number[] {
  const evses = Object.fromEntries(told.map((evseId) => [evseId, draws.includes(evseId) ? drawing : plugged]))
  const sessions = hasVehicle.map((evseId): OpenSession => {
    return { evseId: String(evseId), vehicleId: 'bus', scheduleId: null, transactionId: null, powerKw: null }
  })
  return realEvses({
    attributes: {
      ...{ locationUid: 'north', allowRestart: false, allowWithoutPassword: false },
      evses: registered.map((evseId) => ({ evseId, connectors: [] })),
    },
    state: { ...UNKNOWN_STATION, evses, ...(says !== undefined && { abilities: { rateUnits: [], evses: says } }) },
    sessions,
  })
}

test.each<[string, Known, number[]]>([
  ['the registry has, told of or not', { registered: [1, 7], told: [1] }, [1, 7]],
  ['follow on in what it tells', { registered: [1], told: [1, 2, 3] }, [1, 2, 3]],
  ['it tells of where the registry has none, in whatever order', { told: [2, 1] }, [1, 2]],
  ['it tells of from another number on', { told: [11, 12] }, [11, 12]],
  ['it has, and none that only a message has told of', { registered: [1], told: [1, 999, 5000] }, [1]],
  ['it says that it has, whatever their numbers', { told: [11, 21], says: 2 }, [11, 21]],
  ['it says that it has, and no more', { registered: [1, 2], told: [1, 2, 3], says: 2 }, [1, 2]],
  ['follow on where it says of none', { told: [1, 2, 9], says: 0 }, [1, 2]],
  ['draw power', { registered: [1], told: [1, 999, 5000], draws: [999] }, [1, 999]],
  ['have a vehicle that is known', { registered: [1], told: [1, 999, 5000], hasVehicle: [5000] }, [1, 5000]],
  ['nobody has told of', {}, []],
])('the power of a depot is shared among the evses of a station that %s', (_, known, expected) => {
  expect(evsesOf(known)).toEqual(expected)
})
