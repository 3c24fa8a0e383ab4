import type { MeterUnit } from '@/lib/charging/plausibility/meter-unit'

/**
 * What the messages of a charging station have told so far: the state that the gateway carries from message to message,
 * and what the registry shows of it. Instants are epoch ms of our clock, energies kWh, powers kW at the outlet.
 */
export type StationState = {
  vendor?: string
  model?: string
  serialNumber?: string
  firmwareVersion?: string
  clock: ClockState
  /** Where it was with its last message. */
  locationUid?: string
  /** The last transaction id that we gave (OCPP 1.6; ours count from 1). */
  lastTransaction: number
  /** The transactions that began last, ended ones too, so that what comes late or again finds its own. */
  recent: RecentTransaction[]
  /** By the number of the evse. */
  evses: Record<string, EvseState>
  /** What the station says of itself, rather than of an evse. */
  station?: ConnectorState
  /** What it says that it can do with charging profiles; absent until it was asked. */
  abilities?: Abilities
  /** By event id of OCPP 2.0.1's monitors: what is wrong now. */
  alerts: Record<string, StationFault>
}

/** What a station can do with charging profiles, as far as it says. */
export type Abilities = {
  takesProfiles?: boolean
  rateUnits: ('W' | 'A')[]
  mostPeriods?: number
  highestStackLevel?: number
  /** How many evses it has; absent: it did not say. */
  evses?: number
}

/** How far the station's clock is behind ours, and the messages that say so. */
export type ClockState = { samples: ClockSample[]; offsetMs?: number }
export type ClockSample = { receivedAt: number; offsetMs: number; isStatus: boolean; isMeter?: boolean }

export type RecentTransaction = {
  key: string
  id: string
  evseId: number
  startedAt: number
  ended: boolean
  identity?: Identity
  /**
   * Its start was told after the visit in which it seems to lie: it is over, unless a reading of it comes that is later
   * than that. Then the clock of its start was behind, and this is what it began with.
   */
  mayRun?: { meterStartKwh?: number; token?: string }
}

/** Which vehicle it is, as a station and the registry can tell. */
export type Identity = { macAddress?: string; vehicleId?: string }

export type EvseState = {
  connectors: Record<string, ConnectorState>
  /** Since when a vehicle is plugged in; absent: none is. */
  pluggedAt?: number
  /** The connector at which it is, where the station named it (OCPP 2.0.1: an evse may have several). */
  connectorId?: number
  /** The visits before, by their end. */
  past: Visit[]
  identity?: Identity
  /** The address that it tells, where a person has said which vehicle it is because no vehicle has that. */
  toldMac?: string
  transaction?: { id: string; startedAt: number; meterStartKwh?: number; token?: string; charging?: boolean }
  reading?: Reading
  /** What is known of the units of its meter, whoever charges. */
  meter?: MeterUnit
}

/** A time in which a vehicle was plugged in; `from` absent: only its end was told so far. */
export type Visit = { from?: number; to: number; identity?: Identity }

/** `at`: since when it has this status; `saidAt`: when it said so last. */
export type ConnectorState = { status: string; errorCode?: string; text?: string; at: number; saidAt: number }
export type Reading = { at: number; powerKw?: number; energyKwh?: number; meterKwh?: number; soc?: number }
export type StationFault = { evseId?: number; code: string; text?: string; since: number }

/** A station of which nothing is known. */
export const UNKNOWN_STATION: StationState = {
  clock: { samples: [] },
  lastTransaction: 0,
  recent: [],
  evses: {},
  alerts: {},
}

/** A stored state with what older versions of it lack. */
export function stationStateOf(stored: Record<string, unknown> | null | undefined): StationState {
  return { ...UNKNOWN_STATION, ...stored }
}
