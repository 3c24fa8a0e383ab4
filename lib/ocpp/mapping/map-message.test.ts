import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChargerEvent } from '@/lib/charging/charger-event'
import { deriveSessions } from '@/lib/charging/derive-sessions'
import { expectOfficial } from '@/lib/ocpp/fixtures/official-schemas'
import { BUS, OTHER_BUS, play, type Sent } from '@/lib/ocpp/fixtures/played-station'
import type { GatewayEvent } from '@/lib/ocpp/mapping/draft'
import { mapMessage, tokensIn } from '@/lib/ocpp/mapping/map-message'
import { V16 } from '@/lib/ocpp/mapping/v16'
import { V201 } from '@/lib/ocpp/mapping/v201'
import { UNKNOWN_STATION } from '@/lib/stations/station-state'

const START = Date.UTC(2026, 10, 22, 17)
const MINUTE = 60_000
const at = (minutes: number) => START + minutes * MINUTE
const iso = (minutes: number) => new Date(at(minutes)).toISOString()
const minutesOf = ({ timestamp }: GatewayEvent) => (Date.parse(timestamp) - START) / MINUTE

/** A message that is received when it is written. */
const now = (action: string, minutes: number, payload: object): Sent => ({ action, payload, at: at(minutes) })
const status = (minutes: number, name: string, connectorId = 1, more: object = {}) =>
  now('StatusNotification', minutes, {
    ...{ connectorId, status: name, errorCode: 'NoError', timestamp: iso(minutes), ...more },
  })
const start = (minutes: number, idTag = 'VID:001A2B3C4D5E', meterStart = 1_000_000, connectorId = 1) =>
  now('StartTransaction', minutes, { connectorId, idTag, meterStart, timestamp: iso(minutes) })
const sample = (measurand: string | undefined, value: unknown, unit?: string, more: object = {}) => ({
  ...{ value, ...(measurand && { measurand }), ...(unit && { unit }), ...more },
})
const meter = (minutes: number, transactionId: number, wh: number, kw = 100, connectorId = 1) =>
  now('MeterValues', minutes, {
    ...{ connectorId, transactionId },
    meterValue: [
      {
        timestamp: iso(minutes),
        sampledValue: [
          sample('Energy.Active.Import.Register', String(wh), 'Wh'),
          sample('Power.Active.Import', String(kw), 'kW'),
          sample('SoC', '40', 'Percent'),
        ],
      },
    ],
  })
const stop = (minutes: number, transactionId: number, meterStop: number, reason = 'Local') =>
  now('StopTransaction', minutes, { transactionId, meterStop, timestamp: iso(minutes), reason })

const mac = { idToken: { idToken: '001A2B3C4D5E', type: 'MacAddress' } }

const told = (events: readonly GatewayEvent[]) =>
  events
    .filter(({ type }) => type !== 'connector-status')
    .map((event) => [event.type, minutesOf(event), event.macAddress === BUS.macAddress ? 'bus' : event.macAddress])

const visit = [
  status(0, 'Preparing'),
  start(1),
  status(1.1, 'Charging'),
  meter(2, 1, 1_001_000),
  meter(10, 1, 1_015_000),
  stop(60, 1, 1_090_000),
  status(60.1, 'Finishing'),
  status(62, 'Available'),
]

describe('OCPP 1.6', () => {
  test('a visit becomes events, connected since the plug-in, and leaves the evse free', () => {
    const { events, state, answers } = play('ocpp1.6', visit)
    expect(told(events)).toEqual([
      ['ev-connected', 0, 'bus'],
      ['ev-connected', 0, 'bus'],
      ['charging-started', 1, 'bus'],
      ['meter', 2, 'bus'],
      ['meter', 10, 'bus'],
      ['charging-stopped', 60, 'bus'],
      ['ev-disconnected', 62, 'bus'],
    ])
    expect(events.find(({ type }) => type === 'meter')).toMatchObject({
      ...{ transactionId: 'CP:1', meterkWh: 1001, powerkW: 100, soc: 40, evseId: '1', connectorId: '1' },
      ...{ locationUid: 'north', stationId: 'CP' },
    })
    expect(answers[1]).toEqual({ transactionId: 1, idTagInfo: { status: 'Accepted' } })
    expect(state.evses[1]).toMatchObject({ connectors: { 1: { status: 'Available' } } })
    expect(state.evses[1]).not.toHaveProperty('transaction.id')
  })

  test('ids count from 1, and a start that is told again gets its own and is no second one', () => {
    const { answers, events, state } = play('ocpp1.6', [start(1), start(1), status(5, 'Available'), start(6), start(1)])
    expect(answers.map((answer) => (answer as { transactionId?: number }).transactionId)).toEqual([
      1,
      1,
      undefined,
      2,
      1,
    ])
    expect(events.filter(({ type }) => type === 'charging-started')).toHaveLength(2)
    expect(state.evses[1]?.transaction?.id).toBe('2')
  })

  test.each([
    ['a stop', stop(9, 1, 1_010_000), [['charging-stopped', 9, 'bus']]],
    ['Available on its connector', status(9, 'Available'), [['ev-disconnected', 9, 'bus']]],
    ['Available on another connector', status(9, 'Available', 2), []],
    ['connector 0', status(9, 'Available', 0), []],
    ['a boot', now('BootNotification', 9, { chargePointVendor: 'A', chargePointModel: 'B' }), []],
    ['a fault', status(9, 'Faulted'), []],
  ])('an open transaction is ended by what ends it: %s', (_, message, expected) => {
    const before = play('ocpp1.6', [status(0, 'Preparing'), start(1)])
    const after = play('ocpp1.6', [message], before.state)
    expect(told(after.events)).toEqual(expected)
    expect(after.state.evses[1]?.transaction === undefined).toBe(expected.length > 0)
  })

  test('another start at the same place ends what was left open, and another vehicle has another visit', () => {
    const { events, state } = play('ocpp1.6', [
      status(0, 'Preparing'),
      start(1),
      start(30, 'VID:001A2B3C4D5F', 1_050_000),
    ])
    expect(told(events).slice(-3)).toEqual([
      ['charging-stopped', 30, 'bus'],
      ['ev-connected', 30, OTHER_BUS.macAddress],
      ['charging-started', 30, OTHER_BUS.macAddress],
    ])
    expect(state.evses[1]).toMatchObject({ pluggedAt: at(30), identity: OTHER_BUS, transaction: { id: '2' } })
  })

  test('a stop of an unknown transaction belongs to the only evse with a vehicle', () => {
    const { events } = play('ocpp1.6', [status(0, 'Preparing', 2), stop(9, 4711, 5_000)])
    expect(events.at(-1)).toMatchObject({
      type: 'charging-stopped',
      evseId: '2',
      transactionId: 'CP:4711',
      meterkWh: 5,
    })
  })

  test('a stop without the id of a transaction ends the only one that runs; of several vehicles it ends none', () => {
    const stopOf = (transactionId: unknown) =>
      now('StopTransaction', 20, { transactionId, meterStop: 5_000, timestamp: iso(20) })
    const other = [status(2, 'Preparing', 2), start(3, 'VID:001A2B3C4D5F', 7, 2)]
    for (const odd of [0, -1, null]) {
      const alone = play('ocpp1.6', [status(0, 'Preparing'), start(1), stopOf(odd)])
      expect(alone.state.evses[1]?.transaction).toBeUndefined()
      expect(alone.events.at(-1)).toMatchObject({ type: 'charging-stopped', transactionId: 'CP:1' })
      const { state, events } = play('ocpp1.6', [status(0, 'Preparing'), start(1), ...other, stopOf(odd)])
      expect([1, 2].map((evse) => state.evses[evse]?.transaction?.id)).toEqual(['1', '2'])
      expect(events.at(-1)?.type).not.toBe('charging-stopped')
    }
  })

  test.each([0, -1, null])(
    'a stop of %j ends the only transaction that runs, however many vehicles are there',
    (odd) => {
      const { state, events } = play('ocpp1.6', [
        ...[status(0, 'Preparing'), start(1), status(2, 'Preparing', 2)],
        now('StopTransaction', 20, { transactionId: odd, meterStop: 5_000, timestamp: iso(20) }),
      ])
      expect(state.evses[1]?.transaction).toBeUndefined()
      expect(events.at(-1)).toMatchObject({ type: 'charging-stopped', transactionId: 'CP:1', evseId: '1' })
    },
  )

  test('a stop of an unknown transaction, of several vehicles, is a stranger’s at the station, and ends no other', () => {
    const there = [status(0, 'Preparing'), start(1), status(2, 'Preparing', 2)]
    const transactionData = [{ timestamp: iso(19), sampledValue: [sample('Energy.Active.Import.Register', '4000')] }]
    const strange = stop(20, 777, 5_000, 'EVDisconnected')
    const before = play('ocpp1.6', there)
    const after = play('ocpp1.6', [{ ...strange, payload: { ...strange.payload, transactionData } }], before.state)
    expect(after.events.map(({ type }) => type)).toEqual([
      ...['ev-connected', 'meter', 'charging-stopped', 'ev-disconnected'],
    ])
    for (const event of after.events) expect([event.evseId, event.macAddress]).toEqual([undefined, undefined])
    expect(after.events[2]).toMatchObject({ transactionId: 'CP:777', meterkWh: 5 })
    expect(after.state.evses).toEqual(before.state.evses)
  })

  test('a transaction that runs is remembered, however many have begun since', () => {
    const connectors = Array.from({ length: 60 }, (_, index) => index + 1)
    const starts = connectors.map((connectorId) => start(connectorId / 10, `card ${connectorId}`, 0, connectorId))
    const before = play('ocpp1.6', starts)
    const { state, events } = play('ocpp1.6', [stop(20, 1, 5_000)], before.state)
    expect(events).toMatchObject([{ type: 'charging-stopped', transactionId: 'CP:1', evseId: '1' }])
    expect(state.evses[1]?.transaction).toBeUndefined()
  })

  test('a station that speaks of more evses, or connectors, than any has is answered and not remembered', () => {
    const numbers = Array.from({ length: 230 }, (_, index) => index + 1)
    const many = play(
      'ocpp1.6',
      numbers.map((number) => status(number / 100, 'Available', number)),
    )
    expect(Object.keys(many.state.evses)).toHaveLength(200)
    expect(many.answers).toHaveLength(230)
    const far = play('ocpp1.6', [
      status(1, 'Preparing', 2 ** 40),
      start(2, 'X', 0, 100_001),
      status(3, 'Preparing', 99),
    ])
    expect([Object.keys(far.state.evses), far.answers.length]).toEqual([['99'], 3])
    const { state } = play(
      'ocpp2.0.1',
      numbers.map((connectorId) =>
        now('StatusNotification', 1, { evseId: 1, connectorId, connectorStatus: 'Available', timestamp: iso(1) }),
      ),
    )
    expect(Object.keys(state.evses[1]?.connectors ?? {})).toHaveLength(20)
  })

  test('an evse that is known or registered counts beyond any limit, and a number is given once', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index + 5)
    const full = play(
      'ocpp1.6',
      numbers.map((number) => status(number / 100, 'Available', number)),
    ).state
    const { state } = play('ocpp1.6', [status(3, 'Preparing', 1), status(3, 'Preparing', 2)], full)
    expect(Object.keys(state.evses)).toHaveLength(202)
    const known = play('ocpp1.6', [status(4, 'Preparing', 7), status(4, 'Preparing', 300)], state)
    expect(known.state.evses[7]?.pluggedAt).toBe(at(4))
    expect(known.state.evses).not.toHaveProperty('300')
    const given = play('ocpp1.6', [start(5, 'a', 0, 300), start(5, 'b', 0, 7)], state)
    expect(given.answers).toMatchObject([{ transactionId: 1 }, { transactionId: 2 }])
  })

  test('a stranger is reported at its place, and what it charged is its vehicle’s once that is known', () => {
    const { events } = play('ocpp1.6', [status(0, 'Preparing'), meter(1, 7, 1_000_000), start(2)])
    expect(told(events).map(([type, , who]) => [type, who])).toEqual([
      ...['ev-connected', 'meter', 'ev-connected', 'charging-started'].map((type) => [type, 'bus']),
    ])
    const stranger = play('ocpp1.6', [status(0, 'Preparing'), start(1, 'RFID-1'), meter(2, 1, 1_001_000)])
    expect(told(stranger.events).every(([, , who]) => who === undefined)).toBe(true)
  })

  const reading = (...sampledValue: object[]) => {
    const payload = { connectorId: 1, transactionId: 1, meterValue: [{ timestamp: iso(2), sampledValue }] }
    const { powerkW, meterkWh, soc } = play('ocpp1.6', [now('MeterValues', 2, payload)]).events.at(-1) ?? {}
    return JSON.parse(JSON.stringify({ powerkW, meterkWh, soc }))
  }

  test.each([
    ['SoC', 'Percent', { soc: 40 }],
    ['SoC', 'Percentage', { soc: 40 }],
    ['SoC', 'pct', { soc: 40 }],
    ['SoC', '1', { soc: 40 }],
    ['SoC', undefined, { soc: 40 }],
    ['Power.Active.Import', 'kVA', { powerkW: 40 }],
    ['Power.Active.Import', 'Watts', { powerkW: 0.04 }],
    ['Power.Active.Import', 'V', {}],
    ['Power.Active.Import', 'kWh', {}],
    ['Energy.Active.Import.Register', 'kW', {}],
    ['Current.Import', 'A', { powerkW: 9.2 }],
    ['Current.Import', 'Ampere', { powerkW: 9.2 }],
    ['Current.Import', 'Amperes', { powerkW: 9.2 }],
    ['Current.Import', 'Amps', { powerkW: 9.2 }],
    ['Current.Import', 'W', {}],
  ])('40 of %s in %s is read as what it is', (measurand, unit, expected) => {
    const values = [sample(measurand, 40, unit, measurand === 'Current.Import' ? { phase: 'L1' } : {})]
    expect(reading(sample('Energy.Reactive.Import.Register', 1), ...values)).toEqual(expected)
  })

  test('a power in kW that is labelled W is known by its current and voltage, and never taken for less by them', () => {
    const electric = (amperes: number) => [sample('Current.Import', amperes, 'A'), sample('Voltage', 700, 'V')]
    expect(reading(sample('Power.Active.Import', 70, 'W'), ...electric(100))).toEqual({ powerkW: 70 })
    expect(reading(sample('Power.Active.Import', 70, 'kW'), ...electric(0.1))).toEqual({ powerkW: 70 })
    expect(reading(sample('Power.Active.Import', 0, 'W'), ...electric(100))).toEqual({ powerkW: 0 })
    expect(reading(sample('Power.Active.Import', 22, 'kW'), ...electric(320))).toEqual({ powerkW: 22 })
  })

  test('values are read in any unit, with and without phases, and as a current', () => {
    const phase = (name: string) => ({ phase: name })
    expect(reading(sample(undefined, '1500'))).toEqual({ meterkWh: 1.5 })
    expect(reading(sample('Energy.Active.Import.Register', '1,5', 'kWh'))).toEqual({ meterkWh: 1.5 })
    expect(reading(sample('Power.Active.Import', 50_000))).toEqual({ powerkW: 50 })
    expect(reading(sample('Power.Active.Import', 50, 'kW'))).toEqual({ powerkW: 50 })
    expect(reading(sample('Power.Active.Import', 50, ' KW '))).toEqual({ powerkW: 50 })
    expect(reading(sample('Power.Active.Import', 99, 'furlong'), sample('SoC', 40))).toEqual({ soc: 40 })
    expect(reading(...['L1', 'L2-N', 'L3'].map((name) => sample('Power.Active.Import', 7, 'kW', phase(name))))).toEqual(
      { powerkW: 21 },
    )
    expect(reading(...['L1', 'L2', 'L3'].map((name) => sample('Current.Import', 10, 'A', phase(name))))).toEqual({
      powerkW: 6.9,
    })
    expect(reading(sample('Current.Import', 125, 'A'), sample('Voltage', 800, 'V'))).toEqual({ powerkW: 100 })
    expect(reading(sample('SoC', '47.5', 'Percent'), sample('Temperature', 30))).toEqual({ soc: 47.5 })
    expect(reading(sample('SoC', 475, undefined, { unitOfMeasure: { unit: 'Percent', multiplier: -1 } }))).toEqual({
      soc: 47.5,
    })
    expect(
      reading(
        sample('Power.Active.Import', 99, 'kW', { location: 'Inlet' }),
        sample('Power.Active.Import', 93, 'kW', { location: 'Outlet' }),
      ),
    ).toEqual({ powerkW: 93 })
  })

  test('a meter that says kW and no unit is known by what it counts, and a power that its register denies is kept', () => {
    const say = (minutes: number, transactionId: number, wh: number, power: number, unit?: string) =>
      now('MeterValues', minutes, {
        ...{ connectorId: 1, transactionId },
        meterValue: [
          {
            timestamp: iso(minutes),
            sampledValue: [
              sample('Energy.Active.Import.Register', String(wh), 'Wh'),
              sample('Power.Active.Import', String(power), unit),
            ],
          },
        ],
      })
    const charging = Array.from({ length: 9 }, (_, index) => say(2 + index / 2, 1, 1_000_000 + 617 * index, 74))
    const { state, events } = play('ocpp1.6', [start(1), ...charging])
    expect(state.evses[1]?.reading?.powerKw).toBe(74)
    expect(events.at(-1)).toMatchObject({ powerkW: 74 })
    const next = play('ocpp1.6', [status(10, 'Available'), start(11), say(12, 2, 1_005_000, 40)], state)
    expect(next.state.evses[1]?.reading?.powerKw).toBe(40)
    const standing = Array.from({ length: 9 }, (_, index) => say(2 + index / 2, 1, 1_000_000, 74, 'kW'))
    const denied = play('ocpp1.6', [start(1), ...standing])
    expect(denied.state.evses[1]).toMatchObject({ reading: { powerKw: 74 }, meter: { isDoubtful: true } })
  })

  test('messages that were kept back are history: what runs now does not change', () => {
    const before = play('ocpp1.6', [status(100, 'Preparing'), start(101), meter(102, 1, 1_001_000, 80)])
    const old = [status(5, 'Available'), start(1, 'VID:001A2B3C4D5F', 5), meter(3, 99, 10, 5)].map((message) => ({
      ...message,
      at: at(103),
    }))
    const { state, events } = play('ocpp1.6', old, before.state)
    expect(state.evses[1]).toMatchObject({ pluggedAt: at(100), identity: BUS, transaction: { id: '1' } })
    expect(state.evses[1]?.reading?.powerKw).toBe(80)
    expect(events.find(({ type }) => type === 'charging-started')).toMatchObject(OTHER_BUS)
  })
})

/** A message whose own times are behind by so many minutes: a clock that is behind, of a station that dates no status. */
function behind({ action, payload, at: receivedAt }: Sent, minutes: number): Sent {
  const late = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(late)
    if (typeof value !== 'object' || value === null) return value
    const parts = Object.entries(value).map(([name, part]) => [name, name === 'timestamp' ? shifted(part) : late(part)])
    return Object.fromEntries(parts)
  }
  const shifted = (time: string) => new Date(Date.parse(time) - minutes * MINUTE).toISOString()
  const { timestamp: _, ...undated } = payload as { timestamp?: string }
  return { action, payload: (action === 'StatusNotification' ? undated : late(payload)) as object, at: receivedAt }
}

test.each([
  ['ocpp1.6' as const, [start(1), start(20), stop(30, 1, 1_000_000, 'EVDisconnected')], '2'],
  [
    'ocpp2.0.1' as const,
    [['a', 1, 'Started', {}] as const, ['b', 20, 'Started', {}] as const, ['a', 30, 'Ended', {}] as const].map(
      ([transactionId, minutes, eventType]) => {
        const transactionInfo = { transactionId, ...(eventType === 'Ended' && { stoppedReason: 'EVDisconnected' }) }
        const more = { triggerReason: 'CablePluggedIn', seqNo: 1, evse: { id: 1 }, transactionInfo, ...mac }
        return now('TransactionEvent', minutes, { eventType, timestamp: iso(minutes), ...more })
      },
    ),
    'b',
  ],
])(
  'in %s the departure that a transaction before this one tells late ends no present visit',
  (protocol, messages, id) => {
    const { state } = play(protocol, messages)
    expect(state.evses[1]).toMatchObject({ pluggedAt: at(1), identity: BUS, transaction: { id } })
  },
)

describe('a transaction whose start seems to lie in the visit before', () => {
  const arrival = [status(0, 'Available'), status(0.1, 'Preparing'), start(0.2)]
  const meters = Array.from({ length: 9 }, (_, n) => meter(0.5 * (n + 1), 1, 1_001_000 + n * 800))

  test.each([0.5, 10, 150])('runs when its readings go on: the clock was %s minutes behind', (minutes) => {
    const messages = [...arrival, ...meters].map((message) => behind(message, minutes))
    const { state, events } = play('ocpp1.6', messages)
    expect(state.evses[1]).toMatchObject({
      ...{ identity: BUS, pluggedAt: at(0.1), reading: { powerKw: 100, soc: 40 } },
      transaction: { id: '1', meterStartKwh: 1000, token: 'VID:001A2B3C4D5E' },
    })
    expect(told(events)).toContainEqual(['ev-connected', 0.1, 'bus'])
    const again = play('ocpp1.6', [behind(start(0.2), minutes), behind(meter(6, 1, 1_009_000), minutes)], state)
    expect(again.state.evses[1]).toMatchObject({ transaction: { id: '1' }, reading: { meterKwh: 1009 } })
    expect(again.answers[0]).toMatchObject({ transactionId: 1 })
    const gone = play('ocpp1.6', [behind(stop(7, 1, 1_010_000), minutes), status(7.1, 'Available')], again.state)
    expect(gone.state.evses[1]).not.toHaveProperty('transaction.id')
    expect(gone.state.evses[1]).not.toHaveProperty('pluggedAt', expect.anything())
  })

  test('is over when its stop is told, when its vehicle has gone, or when another vehicle is there', () => {
    const late = [status(20, 'Available'), start(1), stop(19, 1, 1_010_000), status(20.5, 'Preparing')]
    const stopped = play('ocpp1.6', [...late, meter(21, 1, 1_011_000)])
    expect(stopped.state.evses[1]?.transaction).toBeUndefined()
    const visits = [status(20, 'Available'), start(1), status(21, 'Preparing'), status(22, 'Available')]
    const left = play('ocpp1.6', [...visits, status(23, 'Preparing'), meter(24, 1, 1_011_000)])
    expect(left.state.evses[1]?.transaction).toBeUndefined()
    const others = [status(20, 'Available'), start(1), start(21, 'VID:001A2B3C4D5F'), meter(22, 1, 1_011_000)]
    expect(play('ocpp1.6', others).state.evses[1]).toMatchObject({ identity: OTHER_BUS, transaction: { id: '2' } })
  })
})

describe('the clock of a station', () => {
  const wrong = (message: Sent, byMinutes: number): Sent => ({
    ...message,
    payload: { ...message.payload, timestamp: new Date(message.at + byMinutes * MINUTE).toISOString() },
  })

  test.each([-90, -6, 3, 90, -25_000_000])('that is %i minutes off is taken off', (byMinutes) => {
    const messages = [status(0, 'Available', 1), status(0.01, 'Available', 2), status(0.02, 'Preparing'), start(1)]
    const { state, events } = play(
      'ocpp1.6',
      messages.map((message) => wrong(message, byMinutes)),
    )
    expect(state.clock.offsetMs).toBe(-byMinutes * MINUTE)
    expect(events.filter(({ type }) => type === 'charging-started').map(minutesOf)).toEqual([1])
  })

  test('does not become wrong by a night of messages that were kept back', () => {
    const fresh = play('ocpp1.6', [status(0, 'Available'), status(0.1, 'Available', 2), status(0.2, 'Available')])
    const night = Array.from({ length: 60 }, (_, index) => ({ ...meter(10 + index, 1, 1_000 + index), at: at(300) }))
    const { state } = play('ocpp1.6', night, fresh.state)
    expect(state.clock.offsetMs).toBe(0)
  })

  const visitUntilNow = [status(0, 'Available'), status(1, 'Preparing'), start(2), status(3, 'Charging')]

  test('is not what one odd time says, however often that comes', () => {
    for (const timestamp of ['2099-01-01T00:00:00Z', '1970-01-01T00:00:00Z', iso(300)]) {
      const odd = [4, 4.01, 9].map((minutes) => ({ ...meter(minutes, 1, 1_001_000), at: at(minutes) }))
      const sent = odd.map(({ payload, ...message }) => ({
        ...message,
        payload: { ...payload, meterValue: [{ timestamp, sampledValue: [sample('SoC', '7')] }] },
      }))
      const { state } = play('ocpp1.6', [...visitUntilNow, ...sent, status(10, 'Charging')])
      expect(state.clock.offsetMs).toBe(0)
    }
  })

  test('is not what two odd times say that came at once', () => {
    const values = ['2099-01-01T00:00:00Z', '2099-01-01T00:00:03Z'].map((timestamp) => ({
      ...{ timestamp, sampledValue: [sample('SoC', '7')] },
    }))
    const { state } = play('ocpp1.6', [now('MeterValues', 4, { connectorId: 1, transactionId: 1, meterValue: values })])
    expect(state.clock.offsetMs).toBeUndefined()
  })

  test('is not a time that stands still', () => {
    const still = [0, 2, 4].map((seconds) => ({
      ...status(seconds / 60, 'Available'),
      payload: { connectorId: 1, status: 'Available', timestamp: '1970-01-01T00:00:00Z' },
    }))
    expect(play('ocpp1.6', still).state.clock.offsetMs).toBeUndefined()
  })

  test('does not become wrong by messages that are replayed as fast as they were written', () => {
    const replayed = [0, 0.5, 1, 1.5, 2].map((minutes) => ({
      ...meter(3.5 + minutes, 1, 1_000),
      at: at(62.5 + minutes),
    }))
    const { state } = play('ocpp1.6', [...visitUntilNow, status(62, 'Charging'), ...replayed])
    expect(state.clock.offsetMs).toBe(0)
  })

  test('that was ahead and was set is known within a minute or two', () => {
    const ahead = visitUntilNow.map((message) => wrong(message, 90))
    const set = [status(4, 'Charging'), status(4.5, 'SuspendedEV'), status(5.1, 'Charging')]
    const before = play('ocpp1.6', ahead).state
    expect(before.clock.offsetMs).toBe(-90 * MINUTE)
    expect(play('ocpp1.6', set, before).state.clock.offsetMs).toBe(0)
  })

  test('a time that cannot be is the time of receipt, and is no clock', () => {
    for (const timestamp of ['', 'yesterday', null, '2026-99-99T00:00:00Z', -5, {}]) {
      const { events, state } = play('ocpp1.6', [{ ...start(4), payload: { connectorId: 1, idTag: 'x', timestamp } }])
      expect(events.map(minutesOf)).toEqual([4, 4])
      expect(state.clock).toEqual({ samples: [] })
    }
  })
})

const transaction = (minutes: number, eventType: string, more: object = {}): Sent =>
  now('TransactionEvent', minutes, {
    ...{ eventType, timestamp: iso(minutes), triggerReason: 'MeterValuePeriodic', seqNo: minutes },
    ...{ transactionInfo: { transactionId: 'tx-a' }, evse: { id: 1, connectorId: 2 }, ...more },
  })
const register = (minutes: number, kwh: number) => ({
  meterValue: [
    {
      timestamp: iso(minutes),
      sampledValue: [
        { value: kwh, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'Wh', multiplier: 3 } },
        { value: 0.1, measurand: 'Power.Active.Import', unitOfMeasure: { unit: 'kW', multiplier: 3 } },
      ],
    },
  ],
})

const visit201 = [
  now('StatusNotification', 0, { evseId: 1, connectorId: 2, connectorStatus: 'Occupied', timestamp: iso(0) }),
  transaction(1, 'Started', register(1, 1_000)),
  transaction(2, 'Updated', mac),
  transaction(10, 'Updated', register(10, 1_015)),
  transaction(60, 'Ended', {
    ...register(60, 1_090),
    transactionInfo: { transactionId: 'tx-a', stoppedReason: 'Local' },
  }),
  now('StatusNotification', 62, { evseId: 1, connectorId: 2, connectorStatus: 'Available', timestamp: iso(62) }),
]

describe('OCPP 2.0.1', () => {
  test('a visit becomes events, and an identity that comes late counts from the plug-in', () => {
    const { events, answers } = play('ocpp2.0.1', visit201)
    const kinds = told(events)
    expect(kinds[0]).toEqual(['ev-connected', 0, 'bus'])
    expect(kinds.every(([, , who]) => who === 'bus')).toBe(true)
    expect(kinds.at(-1)).toEqual(['ev-disconnected', 62, 'bus'])
    expect(events.findLast(({ type }) => type === 'meter')).toMatchObject({
      ...{ transactionId: 'CP:tx-a', meterkWh: 1090, powerkW: 100, evseId: '1', connectorId: '2' },
    })
    expect(answers[2]).toEqual({ idTokenInfo: { status: 'Accepted' } })
  })

  const said = (minutes: number, connectorId: number, connectorStatus: string) =>
    now('StatusNotification', minutes, { evseId: 1, connectorId, connectorStatus, timestamp: iso(minutes) })
  const withoutConnector = { evse: { id: 1 } }

  test.each([
    ['a status', said(0, 2, 'Occupied'), transaction(1, 'Started', { ...mac, ...withoutConnector })],
    ['a transaction', said(0, 2, 'Available'), transaction(1, 'Started', mac)],
  ])('the other connectors of an evse are free while a vehicle is at the one that %s named', (_, first, second) => {
    const free = [said(5, 1, 'Available'), said(5, 3, 'Available')]
    const { state, events } = play('ocpp2.0.1', [first, second, ...free, transaction(6, 'Updated', register(6, 1_000))])
    expect(state.evses[1]).toMatchObject({ identity: BUS, transaction: { id: 'tx-a' }, reading: { powerKw: 100 } })
    const unnamed = transaction(7, 'Updated', { ...register(7, 1_001), evse: undefined })
    const later = play('ocpp2.0.1', [unnamed, said(9, 2, 'Available')], state)
    const places = [...events, ...later.events].filter(({ type }) => type === 'meter')
    expect(places.map(({ connectorId }) => connectorId)).toEqual(['2', '2'])
    expect(later.state.evses[1]).not.toHaveProperty('transaction.id')
    expect(later.state.evses[1]).not.toHaveProperty('pluggedAt', expect.anything())
  })

  test('a vehicle at one connector more than an evse is remembered with is there all the same', () => {
    const free = Array.from({ length: 20 }, (_, index) => said(0, index + 1, 'Available'))
    const { state } = play('ocpp2.0.1', [...free, said(1, 25, 'Occupied')])
    expect(state.evses[1]).toMatchObject({ pluggedAt: at(1), connectorId: 25 })
    expect(play('ocpp2.0.1', [said(2, 25, 'Available')], state).state.evses[1]?.pluggedAt).toBeUndefined()
  })

  test('who charges is known by what a token says besides, such as the MAC address beside a contract', () => {
    const contract = { idToken: 'DE-ABC-C12345678-9', type: 'eMAID' }
    const additionalInfo = [{ additionalIdToken: '001A2B3C4D5E', type: 'MacAddress' }]
    const payload = { idToken: { ...contract, additionalInfo } }
    expect(tokensIn(payload)).toEqual([
      { token: contract.idToken, isMac: false },
      { token: '001A2B3C4D5E', isMac: true },
    ])
    expect(play('ocpp2.0.1', [transaction(1, 'Started', payload)]).state.evses[1]?.identity).toEqual(BUS)
  })

  test('a station that counts its transactions from 1 after each boot begins another one by a number that it has ended', () => {
    const first = [transaction(1, 'Started', mac), transaction(9, 'Ended')]
    const gone = transaction(9, 'Ended', {
      transactionInfo: { transactionId: 'tx-a', stoppedReason: 'EVDisconnected' },
    })
    const again = transaction(20, 'Started', { idToken: { idToken: 'VID:001A2B3C4D5F', type: 'Central' } })
    const { state } = play('ocpp2.0.1', [...first, gone, again, transaction(21, 'Updated', register(21, 1_000))])
    expect(state.evses[1]).toMatchObject({ identity: OTHER_BUS, transaction: { id: 'tx-a', startedAt: at(20) } })
    const replayed = play('ocpp2.0.1', [transaction(22, 'Ended'), { ...again, at: at(23) }], state)
    expect(replayed.state.evses[1]).not.toHaveProperty('transaction.id')
  })

  test('an offline event is history, and a transaction that it began goes on', () => {
    const { state } = play('ocpp2.0.1', [
      { ...transaction(1, 'Started', { offline: true, ...mac }), at: at(30) },
      { ...transaction(2, 'Updated', { offline: true, ...register(2, 5) }), at: at(30) },
    ])
    expect(state.evses[1]).toMatchObject({ pluggedAt: at(1), transaction: { id: 'tx-a' }, identity: BUS })
    expect(state.evses[1]?.reading).toBeUndefined()
    expect(state.clock.samples).toEqual([])
  })

  test.each([
    [{ transactionInfo: { transactionId: 'tx-a', stoppedReason: 'EVDisconnected' } }, 'Ended', true],
    [{ transactionInfo: { transactionId: 'tx-a', stoppedReason: 'Remote' } }, 'Ended', false],
    [{ triggerReason: 'EVDeparted' }, 'Updated', true],
    [
      { triggerReason: 'EVCommunicationLost', transactionInfo: { transactionId: 'tx-a', chargingState: 'Idle' } },
      ...(['Updated', true] as const),
    ],
  ])('%j as %s tells whether the vehicle has left: %s', (more, eventType, isGone) => {
    const before = play('ocpp2.0.1', [transaction(1, 'Started', mac)])
    const { state } = play('ocpp2.0.1', [transaction(9, eventType, more)], before.state)
    expect(state.evses[1]?.pluggedAt === undefined).toBe(isGone)
  })

  test('the end of a transaction that is not known, or not named, ends no other of several vehicles', () => {
    const other = transaction(2, 'Started', { evse: { id: 2 }, transactionInfo: { transactionId: 'tx-b' } })
    const before = play('ocpp2.0.1', [transaction(1, 'Started', mac), other])
    const ended = (transactionId?: string) =>
      transaction(9, 'Ended', { evse: undefined, transactionInfo: { transactionId, stoppedReason: 'EVDisconnected' } })
    const strange = play('ocpp2.0.1', [ended('tx-x')], before.state)
    expect(strange.state.evses).toEqual(before.state.evses)
    expect(strange.events.map(({ type, evseId }) => [type, evseId])).toEqual([
      ['ev-connected', undefined],
      ['charging-stopped', undefined],
      ['ev-disconnected', undefined],
    ])
    const nameless = play('ocpp2.0.1', [ended()], before.state)
    expect([nameless.state.evses, nameless.events]).toEqual([before.state.evses, []])
  })

  test('a fault that a monitor reports is there until it says that it is over', () => {
    const event = (more: object) =>
      now('NotifyEvent', 1, {
        ...{ generatedAt: iso(1), seqNo: 0 },
        eventData: [
          {
            ...{ eventId: 1, timestamp: iso(1), trigger: 'Alerting', actualValue: 'true' },
            ...{ eventNotificationType: 'HardWiredMonitor', techCode: '0x17', ...more },
            ...{ component: { name: 'PowerConverter', evse: { id: 1 } }, variable: { name: 'Problem' } },
          },
        ],
      })
    const { state } = play('ocpp2.0.1', [event({})])
    expect(Object.values(state.alerts)).toEqual([
      { code: 'PowerConverter.Problem', text: '0x17', since: at(1), evseId: 1 },
    ])
    expect(play('ocpp2.0.1', [event({ actualValue: 'false' })], state).state.alerts).toEqual({})
  })
})

describe('any order, any duplication', () => {
  const asCharger = (event: GatewayEvent): ChargerEvent => {
    const { id, type, locationUid, stationId, evseId, connectorId, transactionId, soc, powerkW } = event
    const place = { locationUid, stationId, evseId: evseId ?? null, connectorId: connectorId ?? null }
    const values = { soc: soc ?? null, powerKw: powerkW ?? null, energyKwh: null, meterKwh: event.meterkWh ?? null }
    const named = { macAddress: event.macAddress ?? null, estimated: false }
    return {
      id,
      type,
      at: Date.parse(event.timestamp),
      ...named,
      ...place,
      transactionId: transactionId ?? null,
      ...values,
    }
  }
  /** That it is connected may be said more than once: the first counts. */
  const isReading = ({ type }: ChargerEvent) => type !== 'ev-connected'
  /** What follows for the vehicle: its sessions with their readings. */
  const sessionsOf = (events: readonly GatewayEvent[]) =>
    deriveSessions(events.filter(({ macAddress }) => macAddress === BUS.macAddress).map(asCharger)).map((session) => ({
      ...{ from: session.connectedAt, to: session.disconnectedAt },
      readings: [...new Set(session.events.filter(isReading).map(({ type, at: time }) => `${type} ${time}`))],
    }))

  test.each([
    ['ocpp1.6' as const, visit],
    ['ocpp2.0.1' as const, visit201],
  ])('of the messages of a visit in %s leads to the same sessions', (protocol, messages) => {
    const expected = sessionsOf(play(protocol, messages).events)
    expect(expected).toMatchObject([{ from: at(0), to: at(62) }])
    const shuffled = fc
      .tuple(fc.shuffledSubarray(messages, { minLength: messages.length }), fc.array(fc.constantFrom(...messages)))
      .map(([all, again]) => [...all, ...again].map((message) => ({ ...message, at: at(63) })))
    fc.assert(
      fc.property(shuffled, (received) => {
        const { events, state } = play(protocol, received)
        expect(sessionsOf(events)).toEqual(expected)
        expect(state.evses[1]?.pluggedAt).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})

describe('whatever comes in', () => {
  const odd = fc.oneof(
    fc.anything({ maxDepth: 3, withNullPrototype: true }),
    fc.constantFrom(null, '', 0, -1, 1e308, '1970-01-01T00:00:00Z', iso(1), 'VID:', 'Available', 'Charging', {}, []),
  )
  const names = [
    ...['connectorId', 'idTag', 'meterStart', 'timestamp', 'transactionId', 'meterValue', 'sampledValue', 'status'],
    ...[
      'evse',
      'id',
      'transactionInfo',
      'eventType',
      'idToken',
      'type',
      'eventData',
      'component',
      'value',
      'measurand',
    ],
  ]
  const payload = fc.letrec((tie) => ({
    node: fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(odd, tie('node'), fc.array(tie('node'), { maxLength: 2 })),
      {
        maxKeys: 8,
      },
    ),
  })).node

  test.each([
    ['ocpp1.6' as const, Object.keys(V16)],
    ['ocpp2.0.1' as const, Object.keys(V201)],
  ])('in %s is answered as OCPP allows, and only with events that can be stored', (protocol, actions) => {
    const messages = fc.array(fc.record({ action: fc.constantFrom(...actions), payload }), { maxLength: 4 })
    fc.assert(
      fc.property(messages, (sent) => {
        let state = UNKNOWN_STATION
        for (const message of sent) {
          const mapped = mapMessage(protocol, state, {
            ...{ ...message, stationId: 'CP', locationUid: 'north', messageId: 'm', receivedAt: at(5) },
            ...{ identities: new Map(), evses: [] },
          })
          if (!('payload' in mapped.answer)) throw new Error('refused')
          expectOfficial(protocol, message.action, 'conf', mapped.answer.payload)
          state = JSON.parse(JSON.stringify(mapped.state))
          expect(state).toEqual(JSON.parse(JSON.stringify(mapped.state)))
          for (const event of mapped.events) expect(Number.isFinite(Date.parse(event.timestamp))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the tokens of a message', () => {
  test.each([
    [{ idTag: ' ABC\0\0' }, [{ token: 'ABC', isMac: false }]],
    [{ idToken: { idToken: '001A2B3C4D5E\0', type: 'macAddress\0' } }, [{ token: '001A2B3C4D5E', isMac: true }]],
    [{ idTag: 4711 }, [{ token: '4711', isMac: false }]],
    [{ idTag: '\0 ', idToken: 'no object' }, []],
    [null, []],
  ])('%j are read as its handler reads them', (payload, tokens) => {
    expect(tokensIn(payload)).toEqual(tokens)
  })

  test.each([
    ['ocpp1.6' as const, 'StartTransaction', { connectorId: 1, idTag: 'Card 7\0', meterStart: 0 }],
    [
      'ocpp2.0.1' as const,
      'TransactionEvent',
      {
        ...{ eventType: 'Started', evse: { id: 1 }, transactionInfo: { transactionId: 't' } },
        idToken: { idToken: 'Card 7\0', type: 'ISO14443' },
      },
    ],
  ])('of %s are found again by what they were looked up by', (protocol, action, payload) => {
    const identities = new Map(tokensIn(payload).map(({ token }) => [token, { vehicleId: 'bus-1' }]))
    const message = { stationId: 'CP', locationUid: 'north', action, payload, messageId: 'm', receivedAt: at(5) }
    const { state } = mapMessage(protocol, UNKNOWN_STATION, { ...message, evses: [1], identities })
    expect(state.evses[1]?.identity).toEqual({ vehicleId: 'bus-1' })
  })
})
