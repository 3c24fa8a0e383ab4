import { expect, test } from 'vitest'
import { DepotPlay } from '@/lib/simulator/depot-play'
import type { PlayedStay } from '@/lib/simulator/night'
import { SimulatedStation } from '@/lib/simulator/simulated-station'

const START = Date.UTC(2030, 0, 7, 22)
const MINUTE = 60_000
const stay = (vehicleId: string, from: number, to: number): PlayedStay => ({
  ...{ vehicleId, macAddress: '02:00:00:00:00:01', startSoc: 40, targetSoc: 80, batteryKwh: 300, maxPowerKw: 100 },
  ...{ arrival: START + from * MINUTE, departure: START + to * MINUTE },
})

/** A station whose central system accepts everything, without a connection. */
function makeStation(id: string, isOpen = true): SimulatedStation {
  const settings = { url: 'http://127.0.0.1:1', id, password: '', protocol: 'ocpp1.6' as const, evses: 1 }
  const station = new SimulatedStation({
    ...{ ...settings, maxPowerKw: 150, reportEveryMs: 30_000, meterError: 0, clockBehindMs: 0 },
  })
  Object.defineProperty(station.client, 'isOpen', { value: isOpen })
  Object.assign(station.client, { call: async () => ({ transactionId: 7 }), connect: () => {}, disconnect: () => {} })
  return station
}

function playAt(stations: SimulatedStation[], faults = {}) {
  const play = new DepotPlay(stations, () => {})
  return { play, step: (stays: PlayedStay[], minute: number) => play.step(stays, faults, START + minute * MINUTE) }
}

test('a vehicle charges from its arrival to its departure, also when that is changed on the way', async () => {
  const [station] = [makeStation('A')]
  const { play, step } = playAt([station])
  await step([stay('bus', 0, 60)], -1)
  expect(play.isEmpty).toBe(true)
  for (const minute of [0, 0.1, 30]) await step([stay('bus', 0, 60)], minute)
  expect(station.powerKw).toBe(100)
  await step([stay('bus', 0, 31)], 32)
  expect(play.departures).toMatchObject([{ vehicleId: 'bus', targetSoc: 80 }])
  expect(play.departures[0]?.soc).toBeCloseTo(40 + (100 * (32 / 60) * 100) / 300, 0)
})

test('one that is missing does not come, and a weak one takes less than it is offered', async () => {
  const stations = [makeStation('A'), makeStation('B')]
  const { play, step } = playAt(stations, { missing: ['gone'], weak: ['weak'] })
  const stays = [stay('gone', 0, 60), stay('weak', 0, 60)]
  for (const minute of [0, 1]) await step(stays, minute)
  expect([...play.missing]).toEqual(['gone'])
  expect(stations.map(({ powerKw }) => powerKw)).toEqual([60, 0])
})

test('one that finds no place gets the next that is free', async () => {
  const { play, step } = playAt([makeStation('A'), makeStation('offline', false)])
  const stays = [stay('first', 0, 10), stay('second', 1, 60)]
  for (const minute of [0, 2]) await step(stays, minute)
  expect([...play.withoutPlace]).toEqual(['second'])
  await step(stays, 11)
  expect([...play.withoutPlace]).toEqual([])
})

test('one that stands there already goes on as charged as it is, in a new transaction once there is a connection', async () => {
  const station = makeStation('A', false)
  const { play, step } = playAt([station])
  const resumed = { ...stay('bus', 0, 60), startSoc: 62 }
  play.resume(resumed, { station, evse: 1 }, {})
  for (const minute of [1, 2, 61]) await step([resumed], minute)
  expect(play.departures).toEqual([{ vehicleId: 'bus', soc: 62, targetSoc: 80 }])
})
