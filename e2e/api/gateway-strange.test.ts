import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { call, makeLocation, makeVehicle, uniqueMac } from '@/e2e/api/client'
import { makeStation, StationClient } from '@/e2e/api/station-client'

const PATIENCE = { timeout: 20_000, interval: 50 }
const MINUTE = 60_000
const iso = (minutes = 0) => new Date(Date.now() + minutes * MINUTE).toISOString()
const evseOf = async (id: string) => (await call('GET', `/stations/${id}`)).body.evses[0]

type Value = Record<string, unknown>
type Meter = (values: unknown, more?: { at?: unknown; message?: string; around?: object }) => Promise<unknown>
/** A visit as a station of one version tells it: the vehicle is plugged in, and the register stands at 5 kWh. */
type Visit = { client: StationClient; start: () => Promise<unknown>; meter: Meter; leave: () => Promise<unknown> }

const power = (value: unknown, unit?: unknown, more?: object): Value => said('Power.Active.Import', value, unit, more)
const energy = (value: unknown, unit?: unknown): Value => said('Energy.Active.Import.Register', value, unit)
const soc = (value: unknown): Value => said('SoC', value, 'Percent')

function said(measurand: string, value: unknown, unit?: unknown, more?: object): Value {
  return { value, measurand, unit, ...more }
}

function visit16(client: StationClient, mac: string): Visit {
  const status = (name: string) =>
    client.ask('StatusNotification', { connectorId: 1, status: name, errorCode: 'NoError', timestamp: iso() })
  const began = iso(-1)
  return {
    client,
    start: async () => {
      const idTag = `VID:${mac.replaceAll(':', '')}`
      await status('Preparing')
      return client.ask('StartTransaction', { connectorId: 1, idTag, meterStart: 5_000, timestamp: began })
    },
    meter: (sampledValue, { at = iso(), message, around } = {}) =>
      client.call(
        'MeterValues',
        { connectorId: 1, transactionId: 1, meterValue: [{ timestamp: at, sampledValue }], ...around },
        message,
      ),
    leave: async () => {
      await client.call('StopTransaction', { transactionId: 1, meterStop: 9_000, timestamp: iso(), reason: 'Local' })
      await status('Available')
    },
  }
}

function visit201(client: StationClient, mac: string): Visit {
  const began = iso(-1)
  let seqNo = 0
  const event = (eventType: string, more: object, message?: string) =>
    client.call(
      'TransactionEvent',
      {
        ...{ eventType, timestamp: iso(), triggerReason: 'MeterValuePeriodic', seqNo: seqNo++ },
        ...{ evse: { id: 1, connectorId: 1 }, transactionInfo: { transactionId: 'abc', chargingState: 'Charging' } },
        ...more,
      },
      message,
    )
  const in201 = (value: Value) => ({ ...value, ...('unit' in value && { unitOfMeasure: { unit: value.unit } }) })
  const values = (sampled: unknown) => (Array.isArray(sampled) ? sampled.map((one) => one && in201(one)) : sampled)
  return {
    client,
    start: () =>
      event('Started', {
        ...{ timestamp: began, idToken: { idToken: mac, type: 'MacAddress' } },
        meterValue: [{ timestamp: began, sampledValue: [in201(energy(5_000, 'Wh'))] }],
      }),
    meter: (sampled, { at = iso(), message, around } = {}) =>
      event(
        'Updated',
        { timestamp: at, meterValue: [{ timestamp: at, sampledValue: values(sampled) }], ...around },
        message,
      ),
    leave: async () => {
      await event('Ended', { transactionInfo: { transactionId: 'abc', stoppedReason: 'EVDisconnected' } })
      const free = { evseId: 1, connectorId: 1, connectorStatus: 'Available', timestamp: iso() }
      await client.ask('StatusNotification', free)
    },
  }
}

const usual = [power('74000', 'W'), energy('6000', 'Wh'), soc('41')]
const told = { powerkW: 74, energykWh: 1, soc: 41 }

/** What a station tells, and what is shown of its evse then; `absent`: properties that nobody could know. */
const SITUATIONS: [string, (visit: Visit) => Promise<unknown>, object, string[]?][] = [
  [
    'null fields',
    ({ meter }) =>
      meter(
        usual.map((value) => ({ ...value, phase: null, context: null, location: null, format: null })),
        { around: { customData: null, numberOfPhasesUsed: null, cableMaxCurrent: null } },
      ),
    told,
  ],
  [
    'extra fields',
    ({ meter }) =>
      meter(
        usual.map((value) => ({ ...value, vendorId: { deep: [1, { x: null }] } })),
        { around: { firmware: 'x'.repeat(5_000), ...JSON.parse('{"__proto__":{"a":1}}'), constructor: 'odd' } },
      ),
    told,
  ],
  [
    'fractions',
    ({ meter }) => meter([power('74000.25', 'W'), energy('6000.0000001', 'Wh'), soc('41.4')]),
    { soc: 41.4 },
  ],
  [
    'numbers instead of texts, and texts instead of numbers',
    ({ meter }) => meter([power(74_000), energy('6000')]),
    { powerkW: 74 },
  ],
  ['other units', ({ meter }) => meter([power('74', 'kW'), energy('6', 'kWh'), soc('41')]), told],
  [
    'units that are none',
    async ({ meter }) => {
      await meter(usual)
      await meter([power('99', 'furlong'), energy('zero', 'Wh'), power('', 'W'), power('1e999', 'W')])
    },
    told,
  ],
  ['a clock of 1970', ({ meter }) => meter(usual, { at: '1970-01-01T00:00:00Z' }), told],
  ['times that are none', ({ meter }) => meter(usual, { at: 'yesterday' }), told],
  ['no SoC', ({ meter }) => meter([power('74000', 'W')]), { powerkW: 74 }, ['soc']],
  [
    'a random SoC',
    async ({ meter }) => {
      await meter(usual)
      for (const value of ['250', '-5', 'NaN', 'full', null]) await meter([power('74000', 'W'), soc(value)])
    },
    told,
  ],
  [
    'duplicates, of a message and of a start',
    async ({ meter, start }) => {
      const at = iso()
      for (const message of ['same', 'same', 'other']) await meter(usual, { at, message })
      await start()
      await meter(usual)
    },
    told,
  ],
  [
    'a token that is filled up with NUL',
    ({ meter }) => meter(usual, { around: { idTag: 'ABC\0\0', idToken: { idToken: 'ABC\0\0', type: 'ISO14443\0' } } }),
    told,
  ],
  [
    'readings out of order',
    async ({ meter }) => {
      const [earlier, later] = [iso(-0.5), iso()]
      await meter(usual, { at: later })
      await meter([power('11000', 'W'), energy('5500', 'Wh'), soc('40')], { at: earlier })
    },
    told,
  ],
  [
    'lists that are empty, or none',
    async ({ meter }) => {
      await meter(usual)
      for (const odd of [[], {}, 'none', [null], [[]], null]) await meter(odd)
    },
    told,
  ],
  [
    'sixty messages at once',
    async ({ meter }) => {
      const before = Array.from({ length: 59 }, (_, n) => meter([power('50000', 'W')], { at: iso(n - 70) }))
      await Promise.all([...before, meter(usual)])
    },
    told,
  ],
]

describe.each([
  ['ocpp1.6', visit16],
  ['ocpp2.0.1', visit201],
] as const)('a strange station of %s', (protocol, visitOf) => {
  let neighbour: StationClient
  beforeAll(async () => {
    neighbour = await StationClient.connect(await makeStation())
  })
  afterAll(() => neighbour.close())

  test.each(SITUATIONS)('that sends %s is understood, and harms nobody', async (_, tell, shown, absent = []) => {
    const locationUid = await makeLocation()
    const macAddress = uniqueMac()
    const vehicleId = await makeVehicle({ locationUid, chargingPorts: [{ macAddress, type: 'CCS2' }] })
    const station = await makeStation({ locationUid, evses: [{ evseId: 1, maxPowerkW: 150 }] })
    const client = await StationClient.connect(station, { protocols: [protocol] })
    const visit = visitOf(client, macAddress)
    await visit.start()
    await tell(visit)
    await vi.waitFor(async () => expect(await evseOf(station.id)).toMatchObject({ vehicleId, ...shown }), PATIENCE)
    const evse = await evseOf(station.id)
    for (const name of absent) expect(evse).not.toHaveProperty(name)
    await visit.leave()
    await vi.waitFor(async () => {
      const after = await evseOf(station.id)
      expect(after).toMatchObject({ status: 'Available' })
      for (const name of ['vehicleId', 'transactionId', 'powerkW']) expect(after).not.toHaveProperty(name)
    }, PATIENCE)
    for (const one of [client, neighbour]) expect(await one.ask('Heartbeat', {})).toHaveProperty('currentTime')
    expect((await call('GET', '/health/ready', { token: null })).status).toBe(200)
    await client.close()
  })
})
