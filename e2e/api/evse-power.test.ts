import { describe, expect, test } from 'vitest'
import { call, makeLocation, unique, uniqueMac } from '@/e2e/api/client'

const MINUTE = 60_000
const now = Math.floor(Date.now() / 1000) * 1000
const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString()

/** A bus of 400 kWh and 100 kW that has been at an evse of a station for an hour and leaves in ten. */
async function makeNight(station: object, evse: object = { evseId: 1 }) {
  const [uid, stationId, vehicleId, macAddress] = [await makeLocation(), unique('CP'), unique('bus'), uniqueMac()]
  await call('PUT', `/stations/${stationId}`, { body: { locationUid: uid, ...station } })
  await call('PUT', `/vehicles/${vehicleId}`, {
    body: {
      ...{ locationUid: uid, fullChargeEnergykWh: 400, maxChargePowerkW: 100, supportsPauseResume: true },
      chargingPorts: [{ macAddress, type: 'CCS2' }],
    },
  })
  const schedule = { plannedArrivalTime: at(-60), plannedDepartureTime: at(600), startSoC: 20, targetSoC: 80 }
  await call('POST', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [schedule] } })
  const send = async (type: string, minutes: number, more: object = {}) => {
    const event = { id: unique('evt'), type, timestamp: at(minutes), macAddress, locationUid: uid, stationId, ...evse }
    const { body } = await call('POST', '/charging-events', { body: { events: [{ ...event, ...more }] } })
    return body.results[0]
  }
  const planned = async () => {
    await call('POST', `/locations/${uid}/plan`, { body: {} })
    const { body } = await call('GET', `/vehicles/${vehicleId}/schedules/active`)
    const { plan } = body.currentOrNext
    return Math.max(...plan.segments.map(({ powerkW }: { powerkW: number }) => powerkW))
  }
  await send('ev-connected', -60, { soc: 20 })
  return { uid, stationId, vehicleId, send, planned }
}

describe('what the evse gives at which a vehicle is', () => {
  test.each([
    ['its own', { evses: [{ evseId: 1, maxPowerkW: 30 }] }, { evseId: 1 }],
    ['its station’s, where that is less', { maxPowerkW: 30, evses: [{ evseId: 1, maxPowerkW: 60 }] }, { evseId: '1' }],
    ['that of the only number that is named', { evses: [{ evseId: 1, maxPowerkW: 30 }] }, { connectorId: 1 }],
  ])('bounds the plan: %s', async (_, station, evse) => {
    const { planned } = await makeNight({ ...station }, evse)
    expect(await planned()).toBeLessThanOrEqual(30)
  })

  test('bounds it anew when the station changes, and no more when the vehicle is elsewhere', async () => {
    const { planned, stationId, uid, send } = await makeNight({ evses: [{ evseId: 1, maxPowerkW: 30 }] })
    await call('PATCH', `/locations/${uid}`, { body: { strategy: 'as-soon-as-possible' } })
    expect(await planned()).toBe(30)
    await call('PATCH', `/stations/${stationId}`, { body: { evses: [{ evseId: 1, maxPowerkW: 45 }] } })
    expect(await planned()).toBe(45)
    await send('ev-disconnected', -30)
    await send('ev-connected', -29, { stationId: unique('CP') })
    expect(await planned()).toBe(100)
  })

  test('bounds what is believed of a meter: above both maxima and a fifth it is none', async () => {
    const { send } = await makeNight({ evses: [{ evseId: 1, maxPowerkW: 50 }] })
    await send('charging-started', -60, { transactionId: '1' })
    const believed = await send('meter', -50, { transactionId: '1', powerkW: 110, energykWh: 1 })
    expect(believed).toEqual({ id: believed.id, status: 'accepted' })
    const { warnings } = await send('meter', -40, { transactionId: '1', powerkW: 130, energykWh: 2 })
    expect(warnings).toEqual([expect.stringContaining('powerkW')])
  })
})
