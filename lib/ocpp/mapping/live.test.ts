import { describe, expect, test } from 'vitest'
import { BUS, play, type Sent } from '@/lib/ocpp/fixtures/played-station'
import type { StationState } from '@/lib/stations/station-state'

const START = Date.UTC(2026, 10, 22, 17)
const SECOND = 1_000
const MINUTE = 60_000
const at = (seconds: number) => START + seconds * SECOND
/** By how many minutes the times of a message are off. */
type Off = number
const iso = (seconds: number, off: Off) => new Date(at(seconds) + off * MINUTE).toISOString()

const status = (seconds: number, name: string, off: Off = 0): Sent => ({
  action: 'StatusNotification',
  payload: { connectorId: 1, status: name, errorCode: 'NoError', timestamp: iso(seconds, off) },
  at: at(seconds),
})
const start = (seconds: number, off: Off = 0): Sent => ({
  action: 'StartTransaction',
  payload: { connectorId: 1, idTag: 'VID:001A2B3C4D5E', meterStart: 1_000_000, timestamp: iso(seconds, off) },
  at: at(seconds),
})
const entry = (seconds: number, kw: number, off: Off) => ({
  timestamp: iso(seconds, off),
  sampledValue: [
    { value: String(1_000_000 + seconds * 30), measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
    { value: String(kw), measurand: 'Power.Active.Import', unit: 'kW' },
  ],
})
const meter = (seconds: number, kw: number, off: Off = 0, receivedAt = seconds): Sent => ({
  action: 'MeterValues',
  payload: { connectorId: 1, transactionId: 1, meterValue: [entry(seconds, kw, off)] },
  at: at(receivedAt),
})
const every = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)

/** What counts for the limit after these messages: the power and since when it is known, in seconds. */
const present = ({ evses: { 1: evse } }: StationState) =>
  evse?.transaction && evse.reading && { kw: evse.reading.powerKw, at: (evse.reading.at - START) / SECOND }

/** The connection stands since 0; the vehicle charges since 2 min with 60 kW, by a right clock. */
const arrival = [status(1, 'Available'), status(120, 'Preparing'), start(121), status(122, 'Charging')]
const charging = [...arrival, ...every(150, 600, 30).map((seconds) => meter(seconds, 60))]
const playOn = (messages: readonly Sent[]) => play('ocpp1.6', messages, undefined, at(0))

const OFFS: [string, Off][] = [
  ['2 h back', -120],
  ['10 min back', -10],
  ['3 min back', -3],
  ['1 h forward', 60],
  ['to 1970', -29_922_000],
  ['to 2021', -3_000_000],
]

describe('what arrives live says how it is now, whatever its time', () => {
  test.each(OFFS)(
    'a clock that jumps %s while it charges: the second reading counts, and the clock is known',
    (_, off) => {
      const { state } = playOn([...charging, meter(630, 150, off), meter(660, 150, off)])
      expect(present(state)).toEqual({ kw: 150, at: 660 })
      expect(state.clock.offsetMs).toBe(-off * MINUTE)
      expect(state.evses[1]).toMatchObject({ identity: BUS, pluggedAt: at(120) })
    },
  )

  test.each(OFFS)('after one that jumps %s the first counts, at its receipt', (_, off) => {
    const { state, events } = playOn([...charging, meter(630, 150, off)])
    expect(present(state)).toEqual({ kw: 150, at: 630 })
    expect(Date.parse(events.at(-1)?.timestamp ?? '')).toBe(at(630))
  })

  test.each(OFFS)(
    'a clock that jumps %s before the plug-in: the first reading counts, and the clock is known',
    (_, off) => {
      const { state } = playOn([
        ...[status(1, 'Available'), status(4, 'Preparing', off), start(4.1, off), status(4.2, 'Charging', off)],
        meter(14, 150, off),
      ])
      expect(present(state)).toEqual({ kw: 150, at: 14 })
      expect(state.clock.offsetMs).toBe(-off * MINUTE)
      expect(state.evses[1]).toMatchObject({ identity: BUS, transaction: { id: '1' } })
    },
  )

  test.each([
    ['west of', -300],
    ['east of', 120],
  ])('meters in local time %s UTC count, and are no clock where statuses are right', (_, off) => {
    const messages = [...arrival, ...every(150, 1_800, 30).map((seconds) => meter(seconds, seconds / 30, off))]
    for (const count of [6, 20, messages.length]) {
      const { state } = playOn(messages.slice(0, count))
      const seconds = 150 + (count - 5) * 30
      expect(present(state)).toEqual({ kw: seconds / 30, at: seconds })
      expect(state.clock.offsetMs).toBe(0)
    }
    const later = playOn([...messages, status(1_801, 'SuspendedEV'), status(1_830, 'Charging'), meter(1_831, 9, off)])
    expect(later.state.clock.offsetMs).toBe(0)
    expect(later.state.evses[1]?.connectors[1]).toMatchObject({ status: 'Charging', at: at(1_830) })
  })

  test('a reading that is dated before its transaction, which began on this connection, counts', () => {
    const { state } = playOn([status(1, 'Available'), status(4, 'Preparing'), start(5), meter(65, 150, -300)])
    expect(present(state)).toEqual({ kw: 150, at: 65 })
    expect(state.clock.offsetMs).toBe(0)
  })

  test('several readings in one message lie apart as they were measured', () => {
    const values = (seconds: number) => [entry(seconds - 20, 100, -120), entry(seconds, 150, -120)]
    const sent = (seconds: number) => ({
      ...meter(seconds, 150),
      payload: { connectorId: 1, transactionId: 1, meterValue: values(seconds) },
    })
    const { state, events } = playOn([...charging, sent(640), sent(680)])
    expect(present(state)).toEqual({ kw: 150, at: 680 })
    const times = events.slice(-4).map(({ timestamp }) => (Date.parse(timestamp) - START) / SECOND)
    expect(times).toEqual([620, 640, 660, 680])
  })

  test('over OCPP 2.0.1 too, unless it was offline', () => {
    const event = (seconds: number, kw: number, off: Off, more: object = {}): Sent => ({
      action: 'TransactionEvent',
      payload: {
        ...{ eventType: 'Updated', triggerReason: 'MeterValuePeriodic', seqNo: seconds, evse: { id: 1 } },
        ...{ timestamp: iso(seconds, off), transactionInfo: { transactionId: 'a' } },
        ...{ meterValue: [{ ...entry(seconds, kw, off) }], ...more },
      },
      at: at(seconds),
    })
    const before = [event(5, 0, 0, { eventType: 'Started' }), ...every(30, 600, 30).map((n) => event(n, 60, 0))]
    const say = (more: object) =>
      play('ocpp2.0.1', [...before, event(630, 150, -120, more), event(660, 150, -120, more)], undefined, at(0)).state
    expect(present(say({}))).toEqual({ kw: 150, at: 660 })
    expect(present(say({ offline: true }))).toEqual({ kw: 60, at: 600 })
  })
})

describe('what was kept back is history', () => {
  const HOUR = 3_600
  /** The connection ends at 600 s, and stands again an hour later; the bus has charged on. */
  const back = 600 + HOUR
  const before = playOn(charging).state
  const kept = every(630, back - 300, 30)
  const flush = (apart: number, extra: readonly Sent[] = []) =>
    play(
      'ocpp1.6',
      [...extra, ...kept.map((seconds, index) => meter(seconds, 150, 0, back + 1 + index * apart))],
      before,
      at(back),
    )

  test.each([0.02, 0.5, 6])('a queue that is flushed after a reconnect, %s s from message to message', (apart) => {
    const { state, events } = flush(apart, [status(back + 0.5, 'Charging')])
    const times = events.flatMap(({ type, timestamp }) =>
      type === 'meter' ? [(Date.parse(timestamp) - START) / SECOND] : [],
    )
    expect(times).toEqual(kept)
    expect(state.clock.offsetMs).toBe(0)
    expect(present(state)).toEqual({ kw: 60, at: 600 })
    const live = play('ocpp1.6', [meter(back + HOUR, 80)], state, at(back))
    expect(present(live.state)).toEqual({ kw: 80, at: back + HOUR })
  })

  test('two queues of one station, one after the other', () => {
    const first = kept.slice(0, 100).map((seconds, index) => meter(seconds, 150, 0, back + index * 0.06))
    const second = kept.slice(0, 100).map((seconds, index) => ({
      ...meter(seconds + 3, 150, 0, back + 6.5 + index * 0.06),
    }))
    const { state } = play('ocpp1.6', [...first, ...second], before, at(back))
    expect(present(state)).toEqual({ kw: 60, at: 600 })
    expect(state.clock.offsetMs).toBe(0)
  })

  test('what could not be stored for long comes again: its connection serves since then', () => {
    const again = every(630, 1_500, 30).map((seconds, index) => meter(seconds, 150, 0, 2_000 + index * 0.1))
    expect(present(play('ocpp1.6', again, before, at(1_990)).state)).toEqual({ kw: 60, at: 600 })
  })

  test('one message that comes again much later, and the past that a stop brings', () => {
    const once = playOn([...charging, ...every(630, 1_200, 30).map((n) => meter(n, 60)), meter(300, 150, 0, 1_201)])
    expect(present(once.state)).toEqual({ kw: 60, at: 1_200 })
    expect(Date.parse(once.events.at(-1)?.timestamp ?? '')).toBe(at(300))
    const stop = {
      ...{ action: 'StopTransaction', at: at(1_230) },
      payload: {
        ...{ transactionId: 1, meterStop: 1_040_000, timestamp: iso(1_230, 0) },
        transactionData: [entry(130, 0, 0), entry(1_230, 60, 0)],
      },
    }
    const { events, state } = play('ocpp1.6', [stop], once.state, at(0))
    const times = events.map(({ timestamp }) => (Date.parse(timestamp) - START) / SECOND)
    expect(times).toEqual([130, 1_230, 1_230])
    expect(state.evses[1]?.transaction).toBeUndefined()
  })

  test('a slow way makes messages late by 30 s now and then, and each keeps its time', () => {
    const late = [30, 4, 22, 11, 28, 0, 17, 30, 9].map((seconds, index) =>
      meter(630 + index * 30, 60 + index, 0, 630 + index * 30 + seconds),
    )
    const { state, events } = playOn([...charging, ...late])
    expect(present(state)).toEqual({ kw: 68, at: 870 })
    const times = events.slice(-9).map(({ timestamp }) => (Date.parse(timestamp) - START) / SECOND)
    expect(times).toEqual(every(630, 870, 30))
  })
})
