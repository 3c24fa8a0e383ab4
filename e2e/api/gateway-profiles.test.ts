import { describe, expect, test, vi } from 'vitest'
import { startApi } from '@/e2e/api/api-process'
import { call, makeLocation, makeVehicle, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { makeStation, StationClient } from '@/e2e/api/station-client'
import { ModelCharger, type SetProfile } from '@/lib/simulator/model-charger'

const PATIENCE = { timeout: 45_000, interval: 100 }
const MINUTE = 60_000
const iso = (minutes = 0) => new Date(Date.now() + minutes * MINUTE).toISOString()
const evseOf = async (id: string) => (await call('GET', `/stations/${id}`)).body.evses[0]

/** A depot whose plans charge at once. */
async function makeDepot(settings: Record<string, unknown> = {}) {
  return makeLocation({ strategy: 'as-soon-as-possible', ...settings })
}

/** Plans a depot. Without a plan a vehicle charges with what is left of the headroom. */
const plan = (locationUid: string) => call('POST', `/locations/${locationUid}/plan`)

async function makeVisit(locationUid: string) {
  const macAddress = uniqueMac()
  const vehicleId = await makeVehicle({ locationUid, chargingPorts: [{ macAddress, type: 'CCS2' }] })
  const schedule = {
    ...{ locationUid, plannedArrivalTime: iso(-10), plannedDepartureTime: iso(600), startSoC: 20, targetSoC: 90 },
  }
  await call('POST', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [schedule] } })
  return { vehicleId, idTag: `VID:${macAddress.replaceAll(':', '')}` }
}

/** A station of OCPP 1.6 whose profiles are held by a charger that was modelled apart. */
async function connectCharger(locationUid: string, refuses: string[] = [], url?: string) {
  const station = await makeStation({ locationUid, evses: [{ evseId: 1, maxPowerkW: 150 }] })
  const charger = new ModelCharger({ 1: { fullKw: 150, plugged: false } }, refuses)
  const client = await StationClient.connect(station, { url })
  client.answers.SetChargingProfile = (payload) => ({ status: charger.set(payload as unknown as SetProfile) })
  client.answers.ClearChargingProfile = () => ({ status: 'Accepted' })
  client.answers.GetConfiguration = () => ({
    configurationKey: [{ key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Current,Power' }],
  })
  client.answers.TriggerMessage = () => ({ status: 'Rejected' })
  await client.ask('BootNotification', { chargePointVendor: 'A', chargePointModel: 'B', firmwareVersion: '1' })
  return { station, charger, client }
}

async function plugIn(client: StationClient, charger: ModelCharger, idTag: string) {
  await client.ask('StatusNotification', { connectorId: 1, status: 'Preparing', errorCode: 'NoError' })
  const { transactionId } = await client.ask('StartTransaction', {
    ...{ connectorId: 1, idTag, meterStart: 0, timestamp: iso() },
  })
  Object.assign(charger.connectors[1] ?? {}, { plugged: true, transactionId })
  return Number(transactionId)
}

describe('a plan', () => {
  test('is held by the charger, is shown as its limit, and gives way to a lower limit of the depot', async () => {
    const locationUid = await makeDepot({ powerLimitkW: 100, strategy: 'peak-supression', readyBufferMinutes: 0 })
    const { vehicleId, idTag } = await makeVisit(locationUid)
    const { station, charger, client } = await connectCharger(locationUid)
    await vi.waitFor(() => expect(charger.received).toBeGreaterThan(0), PATIENCE)
    await plugIn(client, charger, idTag)
    await vi.waitFor(() => expect(charger.allowedKw(1, Date.now())).toBeGreaterThan(90), PATIENCE)
    await plan(locationUid)
    const { schedules } = (await call('GET', `/vehicles/${vehicleId}/schedules`)).body
    const planned = schedules[0].plan.segments[0].powerkW
    expect(planned).toBeLessThan(60)
    await vi.waitFor(() => expect(charger.allowedKw(1, Date.now())).toBeLessThanOrEqual(planned), PATIENCE)
    expect(charger.allowedKw(1, Date.now())).toBeGreaterThan(planned - 1.1)
    await vi.waitFor(
      async () =>
        expect((await call('GET', `/stations/${station.id}`)).body).toMatchObject({ steerable: 'transaction' }),
      PATIENCE,
    )
    await vi.waitFor(
      async () => expect((await evseOf(station.id)).limitkW).toBeCloseTo(charger.allowedKw(1, Date.now()), 0),
      PATIENCE,
    )
    await call('PATCH', `/locations/${locationUid}`, { body: { powerLimitkW: 10 } })
    await vi.waitFor(() => expect(charger.allowedKw(1, Date.now())).toBeLessThanOrEqual(10), PATIENCE)
    await client.close()
  })

  test('becomes the default profile where a profile for the transaction is refused', async () => {
    const locationUid = await makeDepot({ powerLimitkW: 90 })
    const { idTag } = await makeVisit(locationUid)
    const { station, charger, client } = await connectCharger(locationUid, ['TxProfile'])
    await plugIn(client, charger, idTag)
    await vi.waitFor(
      async () => expect((await call('GET', `/stations/${station.id}`)).body).toMatchObject({ steerable: 'default' }),
      PATIENCE,
    )
    expect(charger.allowedKw(1, Date.now())).toBeLessThanOrEqual(90)
    await client.close()
  })

  test('is what the vehicle draws anyway where no profile is taken, or none can be sent; others keep within the limit', async () => {
    const locationUid = await makeDepot({ powerLimitkW: 180, departureMarginMinutes: 0 })
    const planOf = async (vehicleId: string) => {
      await plan(locationUid)
      const { schedules } = (await call('GET', `/vehicles/${vehicleId}/schedules`)).body
      return { segments: schedules[0].plan.segments, reasons: schedules[0].explanation.reasons }
    }
    const [deaf, free] = [await makeVisit(locationUid), await makeVisit(locationUid)]
    const unsteered = await connectCharger(locationUid, ['TxProfile', 'TxDefaultProfile', 'ChargePointMaxProfile'])
    await plugIn(unsteered.client, unsteered.charger, deaf.idTag)
    await vi.waitFor(
      async () =>
        expect((await call('GET', `/stations/${unsteered.station.id}`)).body).toMatchObject({ steerable: 'none' }),
      PATIENCE,
    )
    const steered = await connectCharger(locationUid)
    await plugIn(steered.client, steered.charger, free.idTag)
    const drawn = await planOf(deaf.vehicleId)
    expect(drawn.reasons[0]).toMatchObject({ code: 'charger-not-steerable' })
    const beside = await planOf(free.vehicleId)
    expect(beside.segments[0].powerkW + drawn.segments[0].powerkW).toBeLessThanOrEqual(181)
    expect(beside.reasons[0].code).toBe('held-at-limit')
    await vi.waitFor(async () => expect(await evseOf(steered.station.id)).toHaveProperty('limitkW'), PATIENCE)
    await steered.client.close()
    await vi.waitFor(
      async () => expect((await call('GET', `/stations/${steered.station.id}`)).body).toMatchObject({ online: false }),
      PATIENCE,
    )
    const { limitkW } = await evseOf(steered.station.id)
    const held = await planOf(free.vehicleId)
    expect(held.reasons[0]).toMatchObject({ code: 'charger-offline' })
    expect(held.segments[0].powerkW).toBeLessThanOrEqual(limitkW + 0.01)
    await unsteered.client.close()
  })

  test('reaches a station whose connection another process holds', async () => {
    const other = await startApi(given('databaseUrl'), { APP_SECRET: given('appSecret') })
    const locationUid = await makeDepot({ powerLimitkW: 80 })
    const { idTag } = await makeVisit(locationUid)
    const { charger, client } = await connectCharger(locationUid, [], other.url)
    const beside = await connectCharger(locationUid)
    await plan(locationUid)
    await plugIn(client, charger, idTag)
    await vi.waitFor(() => expect(charger.allowedKw(1, Date.now())).toBeGreaterThan(60), PATIENCE)
    expect(charger.allowedKw(1, Date.now())).toBeLessThanOrEqual(80)
    await Promise.all([client.close(), beside.client.close()])
    await other.stop()
  })

  test('is told again in the clock of the station once that is known to be another one', async () => {
    const [AHEAD, APART_MS] = [150, 5_200]
    const locationUid = await makeDepot({ powerLimitkW: 80 })
    const { idTag } = await makeVisit(locationUid)
    const { client, charger } = await connectCharger(locationUid)
    const begins: number[] = []
    client.answers.SetChargingProfile = (payload) => {
      const { chargingProfilePurpose, chargingSchedule } = (payload as unknown as SetProfile).csChargingProfiles
      if (chargingProfilePurpose === 'TxProfile') begins.push(Date.parse(chargingSchedule.startSchedule) - Date.now())
      return { status: charger.set(payload as unknown as SetProfile) }
    }
    await client.ask('StatusNotification', { connectorId: 1, status: 'Preparing', errorCode: 'NoError' })
    const started = { connectorId: 1, idTag, meterStart: 0, timestamp: iso(AHEAD) }
    const { transactionId } = await client.ask('StartTransaction', started)
    Object.assign(charger.connectors[1] ?? {}, { plugged: true, transactionId })
    await vi.waitFor(() => expect(begins.length).toBeGreaterThan(0), PATIENCE)
    expect(Math.max(...begins)).toBeLessThan(MINUTE)
    await new Promise((fulfil) => setTimeout(fulfil, APART_MS))
    const sampledValue = [{ value: '1000', measurand: 'Power.Active.Import', unit: 'W' }]
    const meterValue = [{ timestamp: iso(AHEAD), sampledValue }]
    await client.ask('MeterValues', { connectorId: 1, transactionId, meterValue })
    await vi.waitFor(() => expect(Math.max(...begins)).toBeGreaterThan((AHEAD - 2) * MINUTE), PATIENCE)
    await client.close()
  })

  test('is told in the clock of a station that jumps back while it is connected, and what it draws counts at once', async () => {
    const [BEHIND, APART_MS] = [-120, 5_200]
    const locationUid = await makeDepot({ powerLimitkW: 80 })
    const { idTag } = await makeVisit(locationUid)
    const { client, charger, station } = await connectCharger(locationUid)
    const begins: number[] = []
    client.answers.SetChargingProfile = (payload) => {
      const { chargingProfilePurpose, chargingSchedule } = (payload as unknown as SetProfile).csChargingProfiles
      if (chargingProfilePurpose === 'TxProfile') begins.push(Date.parse(chargingSchedule.startSchedule) - Date.now())
      return { status: charger.set(payload as unknown as SetProfile) }
    }
    const say = (status: string, minutes: number) =>
      client.ask('StatusNotification', { connectorId: 1, status, errorCode: 'NoError', timestamp: iso(minutes) })
    await say('Available', 0)
    await say('Preparing', BEHIND)
    const started = { connectorId: 1, idTag, meterStart: 0, timestamp: iso(BEHIND) }
    const { transactionId } = await client.ask('StartTransaction', started)
    Object.assign(charger.connectors[1] ?? {}, { plugged: true, transactionId })
    await new Promise((fulfil) => setTimeout(fulfil, APART_MS))
    const sampledValue = [{ value: '150000', measurand: 'Power.Active.Import', unit: 'W' }]
    await client.ask('MeterValues', {
      ...{ connectorId: 1, transactionId, meterValue: [{ timestamp: iso(BEHIND), sampledValue }] },
    })
    expect(await evseOf(station.id)).toMatchObject({ powerkW: 150, transactionId: String(transactionId) })
    await vi.waitFor(() => expect(begins.at(-1)).toBeLessThan((BEHIND + 2) * MINUTE), PATIENCE)
    await client.close()
  })

  test('is only shown where the depot does not control its chargers: nothing is sent', async () => {
    const locationUid = await makeDepot({ powerLimitkW: 80, controlChargers: false })
    const { idTag } = await makeVisit(locationUid)
    const { station, charger, client } = await connectCharger(locationUid)
    await plugIn(client, charger, idTag)
    const followed = await connectCharger(await makeDepot({ powerLimitkW: 80 }))
    await vi.waitFor(() => expect(followed.charger.received).toBeGreaterThan(0), PATIENCE)
    expect(charger.received).toBe(0)
    expect(await evseOf(station.id)).not.toHaveProperty('limitkW')
    await Promise.all([client.close(), followed.client.close()])
  })
})

test('over OCPP 2.0.1 a plan is a profile of the transaction too', async () => {
  const locationUid = await makeDepot({ powerLimitkW: 70 })
  const { idTag } = await makeVisit(locationUid)
  const station = await makeStation({ locationUid, evses: [{ evseId: 1, maxPowerkW: 150 }] })
  const client = await StationClient.connect(station, { protocols: ['ocpp2.0.1'] })
  const limits: unknown[] = []
  client.answers.SetChargingProfile = (payload) => {
    limits.push(payload)
    return { status: 'Accepted' }
  }
  await client.ask('TransactionEvent', {
    ...{ eventType: 'Started', timestamp: iso(), triggerReason: 'CablePluggedIn', seqNo: 0, evse: { id: 1 } },
    ...{ transactionInfo: { transactionId: 'tx-1' }, idToken: { idToken: idTag, type: 'Central' } },
  })
  await vi.waitFor(
    () =>
      expect(limits).toContainEqual(
        expect.objectContaining({
          evseId: 1,
          chargingProfile: expect.objectContaining({ chargingProfilePurpose: 'TxProfile', transactionId: 'tx-1' }),
        }),
      ),
    PATIENCE,
  )
  await client.close()
})
