import { randomUUID } from 'node:crypto'
import { type Battery, charged, takenKw } from '@/lib/simulator/battery'
import { ModelCharger, type SetProfile } from '@/lib/simulator/model-charger'
import { OcppClient, type OcppProtocol } from '@/lib/simulator/ocpp-client'

/** A vehicle as it drives up: its battery, what its charging port says of it, and what part of the offer it takes. */
export type Visitor = { vehicleId: string; macAddress: string; battery: Battery; hidesSoc: boolean; takes: number }
type Bay = { visitor: Visitor; transaction: string; energyKwh: number; powerKw: number; seq: number; begun: boolean }

export type StationSettings = {
  url: string
  id: string
  password: string
  protocol: OcppProtocol
  evses: number
  maxPowerKw: number
  /** Every so often it reports what it measures. */
  reportEveryMs: number
  /** How much its meter shows too much or too little, as a part. */
  meterError: number
  /** How much its clock is behind. */
  clockBehindMs: number
  /** What goes wrong in the simulation itself. */
  onFault?: (error: unknown) => void
  /** All that it says when it has connected was answered. */
  onServed?: () => void
  /** The central system has told it something. */
  onTold?: (action: string) => void
}

/** A charging station that does what its profiles say, measures nearly what flows, and tells all of it over OCPP. */
export class SimulatedStation {
  readonly client: OcppClient
  private readonly charger: ModelCharger
  private readonly bays = new Map<number, Bay>()
  private readonly registers = new Map<number, number>()
  private readonly faults = new Set<number>()
  private lastTick: number | undefined
  private lastReport = 0

  constructor(readonly settings: StationSettings) {
    const { evses, maxPowerKw } = settings
    const numbers = Array.from({ length: evses }, (_, index) => index + 1)
    this.charger = new ModelCharger(
      Object.fromEntries(numbers.map((evse) => [evse, { fullKw: maxPowerKw, plugged: false }])),
    )
    for (const evse of numbers) this.registers.set(evse, 1_000 + evse)
    const onCall = (action: string, payload: Record<string, unknown>) => this.answer(action, payload)
    this.client = new OcppClient({ ...settings, onCall, onOpen: () => this.inBackground(this.boot()) })
  }

  /** An evse without a vehicle and without a fault; undefined: none. */
  freeEvse(): number | undefined {
    return [...this.registers.keys()].find((evse) => !this.bays.has(evse) && !this.faults.has(evse))
  }

  get powerKw(): number {
    return [...this.bays.values()].reduce((total, { powerKw }) => total + powerKw, 0)
  }

  /** A vehicle stands at an evse; where the station is not connected, it says so when it is. */
  place(evse: number, visitor: Visitor): void {
    this.bays.set(evse, { visitor, transaction: randomUUID(), energyKwh: 0, powerKw: 0, seq: 0, begun: false })
  }

  async plugIn(evse: number, visitor: Visitor): Promise<void> {
    this.place(evse, visitor)
    await this.sayStatus(evse)
    await this.begin(evse)
  }

  /** The vehicle drives away. @returns the battery that it leaves with */
  async unplug(evse: number): Promise<Battery | null> {
    const bay = this.bays.get(evse)
    if (!bay) return null
    this.bays.delete(evse)
    this.charger.end(evse)
    if (bay.begun) await this.end(evse, bay)
    await this.sayStatus(evse)
    return bay.visitor.battery
  }

  async setFault(evse: number, isFaulted: boolean): Promise<void> {
    if (isFaulted) this.faults.add(evse)
    else this.faults.delete(evse)
    await this.sayStatus(evse)
  }

  /** Time goes by: batteries fill, and what is measured is told when it is due. */
  tick(now: number): void {
    const ms = now - (this.lastTick ?? now)
    this.lastTick = now
    for (const [evse, bay] of this.bays) {
      const allowed = this.faults.has(evse) ? 0 : this.charger.allowedKw(evse, this.stationTime(now))
      bay.powerKw = takenKw(bay.visitor.battery, allowed) * bay.visitor.takes
      bay.visitor.battery = charged(bay.visitor.battery, bay.powerKw, ms)
      const energyKwh = (bay.powerKw * ms) / 3_600_000
      bay.energyKwh += energyKwh
      this.registers.set(evse, (this.registers.get(evse) ?? 0) + energyKwh)
    }
    if (now - this.lastReport < this.settings.reportEveryMs) return
    this.lastReport = now
    for (const [evse, bay] of this.bays) if (bay.begun) this.inBackground(this.report(evse, bay))
  }

  private stationTime(now: number): number {
    return now - this.settings.clockBehindMs
  }

  private timestamp(): string {
    return new Date(this.stationTime(Date.now())).toISOString()
  }

  private get is16(): boolean {
    return this.settings.protocol === 'ocpp1.6'
  }

  private async boot(): Promise<void> {
    const own = { model: 'Simulated DC', vendorName: 'Readyline', firmwareVersion: '1.0' }
    await (this.is16
      ? this.client.call('BootNotification', {
          ...{ chargePointVendor: own.vendorName, chargePointModel: own.model, firmwareVersion: own.firmwareVersion },
        })
      : this.client.call('BootNotification', { reason: 'PowerUp', chargingStation: own }))
    for (const evse of this.registers.keys()) await this.sayStatus(evse)
    for (const evse of this.bays.keys()) await this.begin(evse)
    if (this.client.isOpen) this.settings.onServed?.()
  }

  private inBackground(work: Promise<unknown>): void {
    work.catch((error) => this.settings.onFault?.(error))
  }

  private statusOf(evse: number): string {
    if (this.faults.has(evse)) return 'Faulted'
    const bay = this.bays.get(evse)
    if (!bay) return 'Available'
    if (!this.is16) return 'Occupied'
    return bay.powerKw > 0 ? 'Charging' : 'Preparing'
  }

  private async sayStatus(evse: number): Promise<void> {
    const status = this.statusOf(evse)
    const timestamp = this.timestamp()
    const errorCode = status === 'Faulted' ? 'GroundFailure' : 'NoError'
    await (this.is16
      ? this.client.call('StatusNotification', { connectorId: evse, status, errorCode, timestamp })
      : this.client.call('StatusNotification', { evseId: evse, connectorId: 1, connectorStatus: status, timestamp }))
  }

  /** Begins the transaction of the vehicle at an evse, unless it has begun or there is no connection. */
  private async begin(evse: number): Promise<void> {
    const bay = this.bays.get(evse)
    if (!bay || bay.begun || !this.client.isOpen) return
    bay.begun = true
    const mac = bay.visitor.macAddress
    const connector = this.charger.connectors[evse]
    if (this.is16) {
      const idTag = `VID:${mac.replaceAll(':', '')}`
      const meterStart = Math.round((this.registers.get(evse) ?? 0) * 1000)
      const start = { connectorId: evse, idTag, meterStart, timestamp: this.timestamp() }
      const answer = await this.client.call('StartTransaction', start)
      bay.begun = answer?.transactionId !== undefined
      if (!bay.begun) return
      bay.transaction = String(answer?.transactionId)
      Object.assign(connector ?? {}, { plugged: true, transactionId: Number(bay.transaction) })
      return
    }
    Object.assign(connector ?? {}, { plugged: true, transactionId: bay.transaction })
    const answer = await this.transactionEvent(evse, bay, 'Started', {
      ...{ triggerReason: 'CablePluggedIn', idToken: { idToken: mac, type: 'MacAddress' } },
    })
    bay.begun = answer !== null
  }

  private async end(evse: number, bay: Bay): Promise<void> {
    if (!this.is16) {
      const transactionInfo = { stoppedReason: 'EVDisconnected' }
      await this.transactionEvent(evse, bay, 'Ended', { triggerReason: 'EVCommunicationLost', transactionInfo })
      return
    }
    const meterStop = Math.round((this.registers.get(evse) ?? 0) * 1000)
    await this.client.call('StopTransaction', {
      ...{ transactionId: Number(bay.transaction), meterStop, timestamp: this.timestamp(), reason: 'EVDisconnected' },
    })
  }

  private transactionEvent(evse: number, bay: Bay, eventType: string, more: Record<string, unknown>) {
    const chargingState = bay.powerKw > 0 ? 'Charging' : 'SuspendedEVSE'
    const transactionInfo = { transactionId: bay.transaction, chargingState, ...(more.transactionInfo as object) }
    bay.seq += 1
    return this.client.call('TransactionEvent', {
      ...{ eventType, timestamp: this.timestamp(), seqNo: bay.seq, evse: { id: evse, connectorId: 1 } },
      ...{ ...more, transactionInfo, meterValue: [this.measured(evse, bay)] },
    })
  }

  private async report(evse: number, bay: Bay): Promise<void> {
    if (this.is16)
      await this.client.call('MeterValues', {
        ...{ connectorId: evse, transactionId: Number(bay.transaction), meterValue: [this.measured(evse, bay)] },
      })
    else await this.transactionEvent(evse, bay, 'Updated', { triggerReason: 'MeterValuePeriodic' })
  }

  private measured(evse: number, { powerKw, visitor }: Bay) {
    const shown = 1 + this.settings.meterError * Math.sin(Date.now() / 7_000)
    const value = (measurand: string, amount: number, unit: string) =>
      this.is16
        ? { value: String(Math.round(amount)), measurand, unit }
        : { value: Math.round(amount), measurand, ...(unit !== 'Percent' && { unitOfMeasure: { unit } }) }
    return {
      timestamp: this.timestamp(),
      sampledValue: [
        value('Power.Active.Import', powerKw * 1000 * shown, 'W'),
        value('Energy.Active.Import.Register', (this.registers.get(evse) ?? 0) * 1000, 'Wh'),
        ...(visitor.hidesSoc ? [] : [value('SoC', visitor.battery.soc, 'Percent')]),
      ],
    }
  }

  private answer(action: string, payload: Record<string, unknown>): object | null {
    this.settings.onTold?.(action)
    switch (action) {
      case 'SetChargingProfile':
        return { status: this.charger.set(this.is16 ? (payload as unknown as SetProfile) : as16(payload)) }
      case 'ClearChargingProfile':
        return { status: this.charger.clear(Number(payload.id ?? payload.chargingProfileId)) }
      case 'Reset':
        return { status: 'Accepted' }
      case 'GetConfiguration':
        return { configurationKey: CONFIGURATION, unknownKey: [] }
      case 'GetVariables':
        return { getVariableResult: variables(payload) }
      case 'ChangeConfiguration':
        return { status: 'Accepted' }
      case 'SetVariables':
        return { setVariableResult: [] }
      case 'UnlockConnector':
        return { status: 'Unlocked' }
      case 'TriggerMessage':
        for (const evse of this.registers.keys()) this.inBackground(this.sayStatus(evse))
        return { status: 'Accepted' }
      default:
        return null
    }
  }
}

const CONFIGURATION = [
  { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core,SmartCharging,RemoteTrigger' },
  { key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Power' },
  { key: 'ChargingScheduleMaxPeriods', readonly: true, value: '24' },
]
const VARIABLES: Record<string, string> = { Enabled: 'true', RateUnit: 'W', PeriodsPerSchedule: '24' }

function variables({
  getVariableData = [],
}: {
  getVariableData?: { component: object; variable: { name: string } }[]
}) {
  return getVariableData.map(({ component, variable }) => {
    const attributeValue = VARIABLES[variable.name]
    const attributeStatus = attributeValue === undefined ? 'UnknownVariable' : 'Accepted'
    return { attributeStatus, component, variable, ...(attributeValue !== undefined && { attributeValue }) }
  })
}

type Profile201 = Omit<SetProfile['csChargingProfiles'], 'chargingProfileId' | 'chargingSchedule'> & {
  id: number
  chargingSchedule: SetProfile['csChargingProfiles']['chargingSchedule'][]
}

/** A profile of OCPP 2.0.1 in the words of 1.6. */
function as16(payload: Record<string, unknown>): SetProfile {
  const { evseId, chargingProfile } = payload as { evseId: number; chargingProfile: Profile201 }
  const { id, chargingSchedule, ...rest } = chargingProfile
  const [schedule] = chargingSchedule
  if (!schedule) throw new Error('A profile without a schedule.')
  const purpose = rest.chargingProfilePurpose as string
  return {
    connectorId: evseId,
    csChargingProfiles: {
      ...rest,
      chargingProfileId: id,
      chargingProfilePurpose:
        purpose === 'ChargingStationMaxProfile' ? 'ChargePointMaxProfile' : rest.chargingProfilePurpose,
      chargingSchedule: schedule,
    },
  }
}
