import { describe, expect, test } from 'vitest'
import { settingChanges, settingsCall, settingsIn, statusCalls } from '@/lib/ocpp/calls/abilities'
import { askAfterBoot } from '@/lib/ocpp/calls/ask-after-boot'
import { type Command, commandCall, commandResult } from '@/lib/ocpp/calls/command-call'
import { expectOfficial } from '@/lib/ocpp/fixtures/official-schemas'
import { PROTOCOLS, type Protocol } from '@/lib/ocpp/socket/frame'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import { type StationState, UNKNOWN_STATION } from '@/lib/stations/station-state'

const charging: StationState = {
  ...UNKNOWN_STATION,
  evses: { 2: { connectors: {}, past: [], transaction: { id: '41', startedAt: 0 } } },
}
const START = { number: 12, token: 'VID:001A2B3C4D5E' }

describe('a command', () => {
  test.each<[Protocol, Command, string, object]>([
    ['ocpp1.6', { type: 'reset' }, 'Reset', { type: 'Soft' }],
    ['ocpp1.6', { type: 'reset', hard: true }, 'Reset', { type: 'Hard' }],
    ['ocpp1.6', { type: 'unlock', evseId: 2 }, 'UnlockConnector', { connectorId: 2 }],
    ['ocpp1.6', { type: 'start', evseId: 2 }, 'RemoteStartTransaction', { connectorId: 2, idTag: START.token }],
    ['ocpp1.6', { type: 'stop', evseId: 2 }, 'RemoteStopTransaction', { transactionId: 41 }],
    [
      ...(['ocpp1.6', { type: 'trigger', message: 'MeterValues', evseId: 1 }, 'TriggerMessage'] as const),
      { requestedMessage: 'MeterValues', connectorId: 1 },
    ],
    ['ocpp2.0.1', { type: 'reset' }, 'Reset', { type: 'OnIdle' }],
    ['ocpp2.0.1', { type: 'reset', hard: true, evseId: 2 }, 'Reset', { type: 'Immediate', evseId: 2 }],
    ['ocpp2.0.1', { type: 'unlock', evseId: 2 }, 'UnlockConnector', { evseId: 2, connectorId: 1 }],
    [
      ...(['ocpp2.0.1', { type: 'start', evseId: 2 }, 'RequestStartTransaction'] as const),
      { evseId: 2, remoteStartId: 12, idToken: { idToken: START.token, type: 'Central' } },
    ],
    ['ocpp2.0.1', { type: 'stop', evseId: 2 }, 'RequestStopTransaction', { transactionId: '41' }],
    [
      ...(['ocpp2.0.1', { type: 'trigger', message: 'StatusNotification', evseId: 2 }, 'TriggerMessage'] as const),
      { requestedMessage: 'StatusNotification', evse: { id: 2, connectorId: 1 } },
    ],
    [
      ...(['ocpp2.0.1', { type: 'trigger', message: 'Heartbeat' }, 'TriggerMessage'] as const),
      { requestedMessage: 'Heartbeat' },
    ],
  ])('in %s %j is %s, as OCPP spells it', (protocol, command, action, payload) => {
    const call = commandCall(protocol, command, charging, START)
    expect(call).toEqual({ action, payload })
    expectOfficial(protocol, action, 'req', payload)
  })

  test.each<[Command, RegExp]>([
    [{ type: 'stop', evseId: 1 }, /No transaction runs at evse 1/],
    [{ type: 'trigger', message: 'TransactionEvent' }, /cannot be asked for TransactionEvent/],
  ])('%j that cannot be told says why', (command, sentence) => {
    expect(commandCall('ocpp1.6', command, charging, START)).toEqual({ impossible: expect.stringMatching(sentence) })
  })

  test.each<[Outcome, string, string]>([
    [{ kind: 'answer', payload: { status: 'Accepted' } }, 'accepted', 'Accepted'],
    [{ kind: 'answer', payload: { status: 'Scheduled' } }, 'accepted', 'Scheduled'],
    [{ kind: 'answer', payload: { status: 'Unlocked' } }, 'accepted', 'Unlocked'],
    [{ kind: 'answer', payload: { status: 'UnlockFailed' } }, 'refused', 'UnlockFailed'],
    [
      { kind: 'answer', payload: { status: 'Rejected', statusInfo: { reasonCode: 'TxStarted' } } },
      ...(['refused', 'Rejected, TxStarted'] as const),
    ],
    [{ kind: 'answer', payload: null }, 'refused', 'an answer without a status'],
    [{ kind: 'refused', code: 'NotSupported', description: 'no' }, 'refused', 'NotSupported: no'],
    [{ kind: 'failed', reason: 'timed out' }, 'failed', 'The station gave no answer: timed out.'],
  ])('%j means %s: %s', (outcome, status, words) => {
    expect(commandResult(outcome)).toEqual({ status, words })
  })
})

const ANSWERS = {
  'ocpp1.6': {
    configurationKey: [
      { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core,SmartCharging' },
      { key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Current,Power' },
      { key: 'ChargingScheduleMaxPeriods', readonly: true, value: '24' },
      { key: 'NumberOfConnectors', readonly: true, value: '2' },
      { key: 'MeterValueSampleInterval', readonly: false, value: '60' },
      { key: 'MeterValuesSampledData', readonly: false, value: 'Energy.Active.Import.Register' },
    ],
  },
  'ocpp2.0.1': {
    getVariableResult: [
      ['SmartChargingCtrlr', 'Enabled', 'true'],
      ['SmartChargingCtrlr', 'RateUnit', 'W,A'],
      ['SmartChargingCtrlr', 'PeriodsPerSchedule', '24'],
      ['SampledDataCtrlr', 'TxUpdatedInterval', '60'],
      ['SampledDataCtrlr', 'TxUpdatedMeasurands', 'SoC'],
    ].map(([name, variable, attributeValue]) => ({
      ...{ attributeStatus: 'Accepted', attributeValue, component: { name }, variable: { name: variable } },
    })),
  },
}

describe.each(PROTOCOLS)('after a boot in %s', (protocol) => {
  test('a station is asked what it can do, told to report, and asked what its connectors do', async () => {
    const calls: string[] = []
    const abilities = await askAfterBoot(protocol, [1, 2], async (action, payload) => {
      expectOfficial(protocol, action, 'req', payload)
      calls.push(action)
      const isQuestion = action === settingsCall(protocol).action
      return { kind: 'answer', payload: isQuestion ? ANSWERS[protocol] : { status: 'Accepted' } }
    })
    const evses = protocol === 'ocpp1.6' ? { evses: 2 } : {}
    expect(abilities).toEqual({ takesProfiles: true, rateUnits: ['W', 'A'], mostPeriods: 24, ...evses })
    const change = protocol === 'ocpp1.6' ? 'ChangeConfiguration' : 'SetVariables'
    expect(calls.slice(1)).toEqual([change, change, 'TriggerMessage', 'TriggerMessage'])
  })

  test('only what differs is written', () => {
    const settings = settingsIn(protocol, ANSWERS[protocol])
    expect(settingChanges(protocol, settings)).toHaveLength(2)
    const measurands = { value: 'SoC,Power.Active.Import, energy.active.import.register', isReadonly: false }
    const interval = { value: '30', isReadonly: false }
    expect(settingChanges(protocol, { measurands, interval })).toEqual([])
    const fixed = { value: '900', isReadonly: true }
    expect(settingChanges(protocol, { measurands: fixed, interval: fixed })).toEqual([])
  })

  test('a station that refuses is asked no more, and one that answers oddly can do nothing that is known', async () => {
    const refuse = async (): Promise<Outcome> => ({ kind: 'refused', code: 'NotImplemented', description: '' })
    const calls: string[] = []
    const abilities = await askAfterBoot(protocol, [1, 2, 3], async (action) => {
      calls.push(action)
      return refuse()
    })
    expect(abilities).toBeNull()
    expect(calls).toEqual([settingsCall(protocol).action, 'TriggerMessage'])
    for (const odd of [null, 'text', { configurationKey: [null, 5, {}], getVariableResult: 'x' }])
      expect(settingsIn(protocol, odd)).toEqual({})
    expect(statusCalls(protocol, []).length).toBe(protocol === 'ocpp1.6' ? 1 : 0)
  })
})
