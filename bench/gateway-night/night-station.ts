import { StationLine } from '@/bench/gateway-night/station-line'
import type { RealBus } from '@/bench/night/real-bus'
import { ModelCharger201, type SetProfile201 } from '@/lib/ocpp/fixtures/model-charger-201'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import { ModelCharger, type SetProfile } from '@/lib/simulator/model-charger'

export const HABITS = [
  ...['plain', 'plain', 'says all twice', 'late', 'offline for half an hour', 'clock behind'],
  ...['null fields', 'clock of 1970', 'clock ahead', 'plain'],
] as const
export type Habit = (typeof HABITS)[number]

type Bay = {
  bus: RealBus
  transaction: string | null
  seq: number
  isOn: boolean
  meterAt: number
  base: number
  isOut: boolean
  isSaidOut: boolean
}

const METER_MS = 30_000
const CLOCKS: Partial<Record<Habit, (now: number) => number>> = {
  'clock behind': (now) => now - 47 * 60_000,
  'clock ahead': (now) => now + 2 * 3_600_000,
  'clock of 1970': (now) => now - Date.parse('2030-01-07T00:00:00Z'),
}
const NOTHING = { customData: null, phase: null, location: null, context: null }

export type StationSettings = {
  url: string
  id: string
  password: string
  protocol: Protocol
  habit: Habit
  evses: number
  fullKw: number
  random: () => number
}

/** A charging station of the night: it tells what its buses do, in its own way, and gives them what its profiles say. */
export class NightStation {
  readonly line: StationLine
  /** From when on it accepts profiles and gives all that it can (epoch ms). */
  ignoresFrom = Number.POSITIVE_INFINITY
  /** When it measured last, as it told. */
  measuredAt = 0
  private now = 0
  private readonly bays = new Map<number, Bay>()
  private readonly charger: ModelCharger | ModelCharger201

  constructor(readonly settings: StationSettings) {
    const { evses, fullKw, protocol } = settings
    const connectors = Object.fromEntries(
      Array.from({ length: evses }, (_, n) => [
        n + 1,
        { fullKw, plugged: false } as { fullKw: number; plugged: boolean; transactionId?: number },
      ]),
    )
    this.charger = protocol === 'ocpp1.6' ? new ModelCharger(connectors) : new ModelCharger201(connectors)
    this.line = new StationLine({
      ...settings,
      greet: () => this.greet(),
      answer: (action, payload) => this.answer(action, payload),
    })
  }

  get busesKw(): number {
    return [...this.bays.values()].reduce((sum, { bus }) => sum + bus.powerKw, 0)
  }

  /** What a bus at an evse may be given, kW. */
  private allowedKw(evse: number): number {
    if (this.now >= this.ignoresFrom) return this.settings.fullKw
    return this.charger.allowedKw(evse, this.clock())
  }

  /** Time goes by: batteries fill, and what there is to say is said. */
  step(now: number, ms: number): void {
    this.now = now
    for (const [evse, bay] of this.bays) {
      bay.bus.pass(now, ms, bay.isOut ? 0 : this.allowedKw(evse))
      this.tell(evse, bay)
    }
    this.line.pump(now)
  }

  plug(evse: number, bus: RealBus): void {
    const bay = {
      bus,
      transaction: null,
      seq: 0,
      isOn: false,
      meterAt: this.now + this.settings.random() * METER_MS,
      base: bus.meteredKwh,
      isOut: false,
      isSaidOut: false,
    }
    this.bays.set(evse, bay)
    this.status(evse, this.is16 ? 'Preparing' : 'Occupied')
    this.begin(evse, bay)
  }

  unplug(evse: number): void {
    const bay = this.bays.get(evse)
    if (!bay) return
    this.bays.delete(evse)
    this.charger.end(evse)
    this.finish(evse, bay, 'EVDisconnected')
    if (!bay.isSaidOut) this.status(evse, 'Available')
    bay.bus.powerKw = 0
  }

  /** It can give nothing there any more. */
  fail(evse: number): void {
    const bay = this.bays.get(evse)
    if (!bay || bay.isOut) return
    Object.assign(bay, { isOut: true, isSaidOut: true })
    this.status(evse, 'Faulted')
  }

  private get is16(): boolean {
    return this.settings.protocol === 'ocpp1.6'
  }

  private clock(now = this.now): number {
    return (CLOCKS[this.settings.habit] ?? ((at: number) => at))(now)
  }

  private tell(evse: number, bay: Bay): void {
    const isOn = bay.bus.powerKw > 0.1
    if (isOn !== bay.isOn && bay.transaction !== null && !bay.isOut) {
      bay.isOn = isOn
      const is16 = isOn ? 'Charging' : this.allowedKw(evse) > 0 ? 'SuspendedEV' : 'SuspendedEVSE'
      if (this.is16) this.status(evse, is16)
      else this.event(evse, bay, 'Updated', { triggerReason: 'ChargingStateChanged' })
    }
    if (this.now < bay.meterAt) return
    bay.meterAt += METER_MS
    this.measuredAt = this.now
    const values = this.measured(bay)
    if (this.is16)
      this.say('MeterValues', () => ({
        connectorId: evse,
        transactionId: Number(bay.transaction ?? 0),
        meterValue: [values],
      }))
    else this.event(evse, bay, 'Updated', { triggerReason: 'MeterValuePeriodic' })
  }

  private greet(): void {
    const { vendor, model } = { vendor: 'Night', model: this.settings.habit.slice(0, 20) }
    const boot = this.is16
      ? { chargePointVendor: vendor, chargePointModel: model, firmwareVersion: '1' }
      : { reason: 'PowerUp', chargingStation: { vendorName: vendor, model, firmwareVersion: '1' } }
    this.line.say('BootNotification', () => boot, { isFirst: true })
    for (let evse = 1; evse <= this.settings.evses; evse += 1) {
      const bay = this.bays.get(evse)
      this.status(evse, bay ? (this.is16 ? (bay.isOn ? 'Charging' : 'Preparing') : 'Occupied') : 'Available')
    }
    this.line.pump(this.now)
  }

  private say(action: string, payload: () => object, answered?: (answer: Record<string, unknown>) => void): void {
    const { habit, random } = this.settings
    const odd = habit === 'null fields' ? { ...NOTHING } : {}
    this.line.say(action, () => ({ ...odd, ...payload() }), {
      answered,
      isTwice: habit === 'says all twice',
      dueAt: habit === 'late' ? this.now + random() * 40_000 : 0,
    })
  }

  private stamp(): string {
    return new Date(this.clock()).toISOString()
  }

  private status(evse: number, status: string): void {
    const timestamp = this.stamp()
    const errorCode = status === 'Faulted' ? 'GroundFailure' : 'NoError'
    const payload = this.is16
      ? { connectorId: evse, status, errorCode, timestamp }
      : { evseId: evse, connectorId: 1, connectorStatus: status, timestamp }
    this.say('StatusNotification', () => payload)
  }

  private begin(evse: number, bay: Bay): void {
    const { macAddress } = bay.bus.bus
    const connector = this.charger.connectors[evse]
    if (!this.is16) {
      bay.transaction = `${this.settings.id}-${evse}-${this.now}`.slice(-36)
      Object.assign(connector ?? {}, { plugged: true, transactionId: bay.transaction })
      this.event(evse, bay, 'Started', {
        triggerReason: 'CablePluggedIn',
        idToken: { idToken: macAddress, type: 'MacAddress' },
      })
      return
    }
    const start = {
      connectorId: evse,
      idTag: `VID:${macAddress.replaceAll(':', '')}`,
      meterStart: this.register(bay),
      timestamp: this.stamp(),
    }
    this.say(
      'StartTransaction',
      () => start,
      ({ transactionId }) => {
        bay.transaction = String(transactionId)
        if (this.bays.get(evse) === bay) Object.assign(connector ?? {}, { plugged: true, transactionId })
      },
    )
  }

  private finish(evse: number, bay: Bay, reason: string): void {
    if (this.is16) {
      const stop = { meterStop: this.register(bay), timestamp: this.stamp(), reason }
      this.say('StopTransaction', () => ({ ...stop, transactionId: Number(bay.transaction ?? 0) }))
    } else {
      const transactionInfo = { stoppedReason: reason }
      this.event(evse, bay, 'Ended', { triggerReason: 'EVCommunicationLost', transactionInfo })
    }
  }

  private event(
    evse: number,
    bay: Bay,
    eventType: string,
    more: { transactionInfo?: object; [key: string]: unknown },
  ): void {
    bay.seq += 1
    const chargingState = bay.bus.powerKw > 0.1 ? 'Charging' : 'SuspendedEVSE'
    const payload = {
      ...{ eventType, timestamp: this.stamp(), seqNo: bay.seq, evse: { id: evse, connectorId: 1 } },
      ...{ ...more, transactionInfo: { transactionId: bay.transaction, chargingState, ...more.transactionInfo } },
      ...{ offline: !this.line.isOpen, meterValue: [this.measured(bay)] },
    }
    this.say('TransactionEvent', () => payload)
  }

  /** A register that counts since the station was built. */
  private register({ bus }: Bay): number {
    return Math.round(1_234_000 + bus.meteredKwh * 1000)
  }

  private measured(bay: Bay) {
    const { bus } = bay
    const odd =
      this.settings.habit === 'null fields'
        ? { phase: null, format: null, location: null, extra: { deep: [null] } }
        : {}
    const value = (measurand: string, amount: number, unit: string) =>
      this.is16
        ? { ...odd, value: String(Math.round(amount)), measurand, unit }
        : { ...odd, value: Math.round(amount), measurand, ...(unit !== 'Percent' && { unitOfMeasure: { unit } }) }
    return {
      timestamp: this.stamp(),
      sampledValue: [
        value('Power.Active.Import', bus.powerKw * 1000, 'W'),
        value('Energy.Active.Import.Register', this.register(bay), 'Wh'),
        ...(bus.bus.real.saysSoc ? [value('SoC', bus.soc, 'Percent')] : []),
      ],
    }
  }

  private answer(action: string, payload: Record<string, unknown>): object | null {
    switch (action) {
      case 'SetChargingProfile':
        return { status: this.charger.set(payload as unknown as SetProfile & SetProfile201) }
      case 'ClearChargingProfile':
        return { status: this.charger.clear(Number(payload.id ?? payload.chargingProfileId)) }
      case 'GetConfiguration':
        return { configurationKey: CONFIGURATION, unknownKey: [] }
      case 'GetVariables':
        return { getVariableResult: variables(payload) }
      case 'SetVariables':
        return { setVariableResult: [] }
      case 'ChangeConfiguration':
      case 'Reset':
        return { status: 'Accepted' }
      case 'TriggerMessage':
        return this.triggered(payload)
      default:
        return null
    }
  }

  private triggered({ requestedMessage }: Record<string, unknown>): object {
    if (requestedMessage !== 'StatusNotification') return { status: 'NotImplemented' }
    for (let evse = 1; evse <= this.settings.evses; evse += 1) {
      const bay = this.bays.get(evse)
      this.status(
        evse,
        !bay ? 'Available' : bay.isOut ? 'Faulted' : !this.is16 ? 'Occupied' : bay.isOn ? 'Charging' : 'Preparing',
      )
    }
    setImmediate(() => this.line.pump(this.now))
    return { status: 'Accepted' }
  }
}

const CONFIGURATION = [
  { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core,SmartCharging,RemoteTrigger' },
  { key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Power' },
  { key: 'ChargingScheduleMaxPeriods', readonly: true, value: '24' },
]
const VARIABLES: Record<string, string> = { Enabled: 'true', RateUnit: 'W', PeriodsPerSchedule: '24' }

function variables({ getVariableData }: Record<string, unknown>) {
  return (getVariableData as { component: object; variable: { name: string } }[]).map(({ component, variable }) => {
    const attributeValue = VARIABLES[variable.name]
    const attributeStatus = attributeValue === undefined ? 'UnknownVariable' : 'Accepted'
    return { attributeStatus, component, variable, ...(attributeValue !== undefined && { attributeValue }) }
  })
}
