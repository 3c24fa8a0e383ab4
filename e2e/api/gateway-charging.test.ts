import { describe, expect, test, vi } from 'vitest'
import { call, makeLocation, makeVehicle, uniqueMac } from '@/e2e/api/client'
import { makeStation, StationClient } from '@/e2e/api/station-client'

const PATIENCE = { timeout: 20_000, interval: 50 }
const MINUTE = 60_000
const iso = (minutes = 0) => new Date(Date.now() + minutes * MINUTE).toISOString()

/** A station with an evse and a vehicle that is expected at its depot for the next hours. */
async function makeVisit() {
  const locationUid = await makeLocation()
  const macAddress = uniqueMac()
  const vehicleId = await makeVehicle({ locationUid, chargingPorts: [{ macAddress, type: 'CCS2' }] })
  const schedule = { locationUid, plannedArrivalTime: iso(-60), plannedDepartureTime: iso(600), targetSoC: 90 }
  const { body } = await call('POST', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [schedule] } })
  const station = await makeStation({ locationUid, evses: [{ evseId: 1, maxPowerkW: 150 }] })
  return { station, vehicleId, macAddress, scheduleId: body.ids[0] as string }
}
const evseOf = async (id: string) => (await call('GET', `/stations/${id}`)).body.evses[0]
const reading = (power: number, energy: number, soc: number) => [
  {
    timestamp: iso(),
    sampledValue: [
      { value: String(power), measurand: 'Power.Active.Import', unit: 'W' },
      { value: String(energy), measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
      { value: String(soc), measurand: 'SoC', unit: 'Percent' },
    ],
  },
]

describe('a visit', () => {
  test('over OCPP 1.6 is the vehicle’s, with its schedule, its transaction and its power', async () => {
    const { station, vehicleId, macAddress, scheduleId } = await makeVisit()
    const client = await StationClient.connect(station)
    const status = (name: string) =>
      client.ask('StatusNotification', { connectorId: 1, status: name, errorCode: 'NoError', timestamp: iso() })
    await status('Preparing')
    const idTag = `VID:${macAddress.replaceAll(':', '')}`
    expect(await client.ask('Authorize', { idTag })).toEqual({ idTagInfo: { status: 'Accepted' } })
    const start = { connectorId: 1, idTag, meterStart: 5_000, timestamp: iso() }
    expect(await client.ask('StartTransaction', start)).toEqual({
      ...{ transactionId: 1, idTagInfo: { status: 'Accepted' } },
    })
    await status('Charging')
    await client.ask('MeterValues', { connectorId: 1, transactionId: 1, meterValue: reading(74_000, 6_000, 41) })
    expect(await evseOf(station.id)).toMatchObject({
      ...{ status: 'Charging', vehicleId, scheduleId, transactionId: '1', powerkW: 74, energykWh: 1, soc: 41 },
    })
    await client.ask('StopTransaction', { transactionId: 1, meterStop: 7_000, timestamp: iso(), reason: 'Local' })
    await status('Available')
    const after = await evseOf(station.id)
    expect(after).toMatchObject({ status: 'Available' })
    for (const name of ['vehicleId', 'transactionId', 'powerkW', 'soc']) expect(after).not.toHaveProperty(name)
    await client.close()
  })

  test('over OCPP 2.0.1 is recognised by the MAC address that comes after the plug-in', async () => {
    const { station, vehicleId, macAddress } = await makeVisit()
    const client = await StationClient.connect(station, { protocols: ['ocpp2.0.1'] })
    const event = (eventType: string, triggerReason: string, more: object = {}) =>
      client.ask('TransactionEvent', {
        ...{ eventType, timestamp: iso(), triggerReason, seqNo: 0, evse: { id: 1, connectorId: 1 } },
        ...{ transactionInfo: { transactionId: 'abc', chargingState: 'Charging' }, ...more },
      })
    await event('Started', 'CablePluggedIn')
    const idToken = { idToken: macAddress, type: 'MacAddress' }
    expect(await event('Updated', 'Authorized', { idToken })).toEqual({ idTokenInfo: { status: 'Accepted' } })
    await vi.waitFor(
      async () => expect(await evseOf(station.id)).toMatchObject({ vehicleId, transactionId: 'abc' }),
      PATIENCE,
    )
    await client.close()
  })

  test('is recognised by a token of the vehicle, however it is written', async () => {
    const { station, vehicleId } = await makeVisit()
    const token = `Rfid-${vehicleId.slice(-8)}`
    await call('PATCH', `/vehicles/${vehicleId}`, { body: { tokens: [token] } })
    const client = await StationClient.connect(station)
    const start = { connectorId: 1, idTag: token.toUpperCase(), meterStart: 0, timestamp: iso() }
    await client.ask('StartTransaction', start)
    expect(await evseOf(station.id)).toMatchObject({ vehicleId, transactionId: '1' })
    await client.close()
  })

  test('goes on over a lost connection: what is told again is no second visit', async () => {
    const { station, vehicleId, macAddress } = await makeVisit()
    const start = { connectorId: 1, idTag: `VID:${macAddress}`, meterStart: 0, timestamp: iso() }
    const first = await StationClient.connect(station)
    await first.ask('StartTransaction', start)
    await first.close()
    const second = await StationClient.connect(station)
    expect(await second.ask('StartTransaction', start)).toMatchObject({ transactionId: 1 })
    await second.ask('MeterValues', { connectorId: 1, transactionId: 1, meterValue: reading(50_000, 500, 40) })
    expect(await evseOf(station.id)).toMatchObject({ vehicleId, transactionId: '1', powerkW: 50 })
    await second.close()
  })
})

test.each(['PATCH', 'PUT'])(
  'a station that another depot gets by %s connects again, and its vehicle stands there',
  async (method) => {
    const { station, vehicleId, macAddress } = await makeVisit()
    const client = await StationClient.connect(station)
    const idTag = `VID:${macAddress.replaceAll(':', '')}`
    await client.ask('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp: iso() })
    const locationUid = await makeLocation()
    await call(method, `/stations/${station.id}`, { body: { locationUid, evses: [{ evseId: 1, maxPowerkW: 150 }] } })
    expect((await client.whenClosed()).code).toBe(1008)
    const again = await StationClient.connect(station)
    await again.ask('MeterValues', { connectorId: 1, transactionId: 1, meterValue: reading(50_000, 500, 40) })
    expect(await evseOf(station.id)).toMatchObject({ vehicleId, transactionId: '1', powerkW: 50 })
    const sites = [locationUid, station.locationUid].map(
      async (uid) => (await call('GET', `/locations/${uid}/readiness`)).body,
    )
    const [here, before] = await Promise.all(sites)
    expect([here.counts.withoutSchedule, before.counts.withoutSchedule, before.counts.here]).toEqual([1, 0, 0])
    await again.close()
  },
)

describe('a stranger', () => {
  test('is given to a vehicle by hand: what it has charged, and what it charges from then on, is the vehicle’s', async () => {
    const { station, vehicleId } = await makeVisit()
    const client = await StationClient.connect(station)
    const assign = (body: object, evseId = 1) =>
      call('POST', `/stations/${station.id}/evses/${evseId}/vehicle`, { body })
    expect((await assign({ vehicleId })).status).toBe(409)
    await client.ask('StatusNotification', {
      connectorId: 1,
      status: 'Preparing',
      errorCode: 'NoError',
      timestamp: iso(),
    })
    await client.ask('StartTransaction', { connectorId: 1, idTag: 'UNKNOWN', meterStart: 0, timestamp: iso() })
    await client.ask('MeterValues', { connectorId: 1, transactionId: 1, meterValue: reading(50_000, 500, 40) })
    expect(await evseOf(station.id)).not.toHaveProperty('vehicleId')
    expect((await assign({ vehicleId: 'nobody' })).status).toBe(422)
    expect(await assign({ vehicleId })).toMatchObject({ status: 200, body: { success: true } })
    expect(await evseOf(station.id)).toMatchObject({ vehicleId })
    await client.ask('MeterValues', { connectorId: 1, transactionId: 1, meterValue: reading(51_000, 900, 41) })
    await call('POST', `/locations/${station.locationUid}/plan`)
    await vi.waitFor(async () => {
      const { schedules } = (await call('GET', `/vehicles/${vehicleId}/schedules`)).body
      expect(schedules[0].plan.schedule.tx.chargingStartTime).toBeDefined()
      expect(await evseOf(station.id)).toMatchObject({ vehicleId, powerkW: 51, transactionId: '1' })
    }, PATIENCE)
    const other = await makeVehicle()
    expect((await assign({ vehicleId: other })).status).toBe(409)
    await client.close()
  })

  test('that tells an address which no vehicle has is given by hand all the same, and is not there a second time', async () => {
    const { station, vehicleId } = await makeVisit()
    const client = await StationClient.connect(station, { protocols: ['ocpp2.0.1'] })
    const event = (eventType: string, watts: number, wh: number) =>
      client.ask('TransactionEvent', {
        ...{ eventType, timestamp: iso(), triggerReason: 'MeterValuePeriodic', seqNo: wh, evse: { id: 1 } },
        ...{ transactionInfo: { transactionId: 'tx' }, idToken: { idToken: strange, type: 'MacAddress' } },
        meterValue: reading(watts, wh, 40),
      })
    const strange = uniqueMac()
    await event('Started', 50_000, 500)
    const place = `/stations/${station.id}/evses/1/vehicle`
    expect((await call('POST', place, { body: { vehicleId } })).status).toBe(200)
    expect(await evseOf(station.id)).toMatchObject({ vehicleId })
    await event('Updated', 51_000, 900)
    await vi.waitFor(async () => {
      expect(await evseOf(station.id)).toMatchObject({ vehicleId, powerkW: 51 })
      const { counts, site } = (await call('GET', `/locations/${station.locationUid}/readiness`)).body
      expect([counts.withoutSchedule, site.powerkW]).toEqual([0, 51])
    }, PATIENCE)
    await client.close()
  })

  test.each([
    ['that tells an address which no vehicle has', { evseId: 1 }, uniqueMac()],
    ['that tells nothing, at a place that is known by its connector', { connectorId: 1 }, undefined],
  ])('of another charging system %s is given to a vehicle by hand, with what follows', async (_, where, macAddress) => {
    const { station, vehicleId } = await makeVisit()
    const { id: stationId, locationUid } = station
    let count = 0
    const tell = async (type: string, ago: number, more: object = {}) => {
      const event = { id: `${stationId}-${++count}`, type, timestamp: iso(-ago), locationUid, stationId, macAddress }
      const { body } = await call('POST', '/charging-events', { body: { events: [{ ...event, ...where, ...more }] } })
      return body.results[0].status
    }
    const place = `/stations/${stationId}/evses/1/vehicle`
    expect((await call('POST', place, { body: { vehicleId } })).status).toBe(409)
    await tell('ev-connected', 5)
    await tell('meter', 4, { powerkW: 50, energykWh: 1 })
    expect(await evseOf(stationId)).toMatchObject({ status: 'Occupied', powerkW: 50 })
    expect((await call('POST', place, { body: { vehicleId } })).status).toBe(200)
    expect((await call('POST', place, { body: { vehicleId } })).status).toBe(200)
    expect((await call('POST', place, { body: { vehicleId: await makeVehicle() } })).status).toBe(409)
    expect(await tell('meter', 3, { powerkW: 51, energykWh: 2 })).toBe('accepted')
    expect(await evseOf(stationId)).toMatchObject({ vehicleId, powerkW: 51 })
    const { counts, site } = (await call('GET', `/locations/${locationUid}/readiness`)).body
    expect([counts.withoutSchedule, site.powerkW]).toEqual([0, 51])
    await tell('ev-disconnected', 2)
    expect(await evseOf(stationId)).not.toHaveProperty('vehicleId')
    await tell('ev-connected', 1)
    expect(await evseOf(stationId)).toMatchObject({ status: 'Occupied' })
    expect(await evseOf(stationId)).not.toHaveProperty('vehicleId')
  })
})
