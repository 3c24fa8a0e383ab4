import { describe, expect, test, vi } from 'vitest'
import { startApi } from '@/e2e/api/api-process'
import { call, makeVehicle, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { makeStation, StationClient } from '@/e2e/api/station-client'

const PATIENCE = { timeout: 25_000, interval: 50 }
const BOOT = { chargePointVendor: 'A', chargePointModel: 'B' }

async function command(stationId: string, body: unknown) {
  const made = await call('POST', `/stations/${stationId}/commands`, { body })
  expect(made.status).toBe(201)
  return made.body.id as string
}
const expectResult = (stationId: string, id: string, expected: object) =>
  vi.waitFor(async () => {
    expect((await call('GET', `/stations/${stationId}/commands/${id}`)).body).toMatchObject(expected)
  }, PATIENCE)

describe('a command', () => {
  test('reaches its station, and what that answers is read back', async () => {
    const station = await makeStation()
    const client = await StationClient.connect(station)
    const vehicleId = await makeVehicle({ chargingPorts: [{ macAddress: uniqueMac(), type: 'CCS2' }] })
    const { evMacAddress } = (await call('GET', `/vehicles/${vehicleId}`)).body
    client.answers.Reset = () => ({ status: 'Accepted' })
    client.answers.UnlockConnector = () => ({ status: 'UnlockFailed' })
    client.answers.RemoteStartTransaction = ({ idTag }) => ({
      status: idTag === `VID:${evMacAddress.replaceAll(':', '')}` ? 'Accepted' : 'Rejected',
    })
    await expectResult(station.id, await command(station.id, { type: 'reset' }), { status: 'accepted' })
    await expectResult(station.id, await command(station.id, { type: 'unlock', evseId: 1 }), {
      ...{ type: 'unlock', status: 'refused', words: 'UnlockFailed' },
    })
    await expectResult(station.id, await command(station.id, { type: 'start', evseId: 1, vehicleId }), {
      status: 'accepted',
    })
    await call('PATCH', `/vehicles/${vehicleId}`, { body: { tokens: [`FOB-1-${vehicleId.slice(-6)}`] } })
    await expectResult(station.id, await command(station.id, { type: 'start', evseId: 1, vehicleId }), {
      status: 'refused',
    })
    await expectResult(station.id, await command(station.id, { type: 'stop', evseId: 1 }), {
      ...{ status: 'failed', words: 'No transaction runs at evse 1.' },
    })
    await client.close()
  })

  test('reaches a station whose connection another process holds', async () => {
    const other = await startApi(given('databaseUrl'), { APP_SECRET: given('appSecret') })
    const station = await makeStation()
    const client = await StationClient.connect(station, { url: other.url, protocols: ['ocpp2.0.1'] })
    client.answers.TriggerMessage = () => ({ status: 'NotImplemented' })
    await client.ask('Heartbeat', {})
    const id = await command(station.id, { type: 'trigger', message: 'Heartbeat' })
    await expectResult(station.id, id, { status: 'refused', words: 'NotImplemented' })
    await client.close()
    await other.stop()
  })

  test('waits for a station that is not connected, until that has booted', async () => {
    const station = await makeStation()
    const id = await command(station.id, { type: 'reset' })
    await expectResult(station.id, id, { status: 'waiting' })
    for (const unknown of ['nope', 'cmd_', 'cmd_0', 'cmd_999999999'])
      expect((await call('GET', `/stations/${station.id}/commands/${unknown}`)).status, unknown).toBe(404)
    const client = await StationClient.connect(station)
    client.answers.Reset = () => ({ status: 'Accepted' })
    await client.ask('BootNotification', BOOT)
    await expectResult(station.id, id, { status: 'accepted' })
    await client.close()
  })
})

test('after its boot a station is asked what it can do, and set to report every 30 s', async () => {
  const station = await makeStation({ evses: [{ evseId: 1 }] })
  const client = await StationClient.connect(station)
  const written: unknown[] = []
  client.answers.GetConfiguration = () => ({
    configurationKey: [{ key: 'MeterValueSampleInterval', readonly: false, value: '900' }],
  })
  client.answers.ChangeConfiguration = (payload) => {
    written.push(payload)
    return { status: 'Accepted' }
  }
  const triggered: unknown[] = []
  client.answers.TriggerMessage = (payload) => {
    triggered.push(payload)
    return { status: 'Accepted' }
  }
  await client.ask('BootNotification', BOOT)
  await vi.waitFor(
    () => expect(triggered).toEqual([{ requestedMessage: 'StatusNotification', connectorId: 1 }]),
    PATIENCE,
  )
  expect(written).toEqual([{ key: 'MeterValueSampleInterval', value: '30' }])
  await client.close()
})
