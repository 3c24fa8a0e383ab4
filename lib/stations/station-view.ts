import type { Connection } from '@/lib/charging/connection'
import { likelyRead } from '@/lib/charging/plausibility/believe-power'
import { type ChargingStation, type Evse, EvseNumber } from '@/lib/contract/station'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { RegisteredEvse } from '@/lib/db/schema/station'
import type { ConnectorState, EvseState, StationFault, StationState } from '@/lib/stations/station-state'
import type { OpenSession, StoredStation } from '@/lib/stations/stored-station'
import { toldSteps } from '@/lib/stations/told-steps'

const NO_ERROR = /^(noerror)?$/i

/**
 * A station as the contract gives it: the registry's word on what it is, the station's own on what it does.
 * @param connections strangers of its location: of one that another charging system reports the station itself says nothing
 */
export function stationView(
  stored: StoredStation,
  now: number,
  connections: readonly Connection[] = [],
): ChargingStation {
  const { id, attributes, state, online, protocol, lastSeen, passwordHash } = stored
  const strangers = strangersAt(id, connections)
  const numbers = new Set([...evseNumbers(attributes.evses, state), ...strangers.keys()])
  return present({
    id,
    ...attributes,
    evses: [...numbers].sort((a, b) => a - b).map((evseId) => evseView(evseId, stored, now, strangers.get(evseId))),
    hasPassword: passwordHash !== null,
    protocol,
    vendor: state.vendor,
    model: state.model,
    serialNumber: state.serialNumber,
    firmwareVersion: state.firmwareVersion,
    online,
    lastSeen: lastSeen === null ? undefined : toTimestamp(lastSeen),
    clockOffsetMs: state.clock.offsetMs,
    steerable: stored.shown?.steerable,
    faults: faultsOf(state).map(({ since, ...fault }) => ({ ...present(fault), since: toTimestamp(since) })),
  }) as ChargingStation
}

/** The evses of the registry and those that only the station knows. */
export function evseNumbers(registered: readonly RegisteredEvse[], state: StationState): number[] {
  const numbers = [...registered.map(({ evseId }) => evseId), ...Object.keys(state.evses).map(Number)]
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** The strangers at a station, by evse; where only a connector was named, that is the evse, as in OCPP 1.6. */
export function strangersAt(stationId: string, connections: readonly Connection[]): ReadonlyMap<number, Connection> {
  const here = connections.filter((each) => each.vehicleKey === null && each.stationId === stationId)
  const numbered = here.map((each) => [Number(each.evseId ?? each.connectorId ?? 0), each] as const)
  return new Map(numbered.filter(([evseId]) => EvseNumber.safeParse(evseId).success))
}

function evseView(evseId: number, stored: StoredStation, now: number, stranger: Connection | undefined): Evse {
  const { attributes, state, sessions, shown } = stored
  const registered = attributes.evses.find((evse) => evse.evseId === evseId)
  const live = state.evses[evseId]
  const session = sessions.findLast((each) => Number(each.evseId) === evseId)
  return present({
    evseId,
    connectors: connectorsOf(registered, live),
    minPowerkW: registered?.minPowerkW,
    maxPowerkW: registered?.maxPowerkW,
    parkingPlace: registered?.parkingPlace,
    ...statusOf(live),
    ...chargeOf(live, session, readPower(stored, evseId, likelyRead)),
    ...(live?.pluggedAt === undefined && !session && stranger && strangerView(stranger)),
    limitkW: toldSteps(shown?.limits[String(evseId)], live?.transaction?.id, now)[0].kw,
  }) as Evse
}

function connectorsOf(registered: RegisteredEvse | undefined, live: EvseState | undefined) {
  const known = registered?.connectors ?? []
  const reported = Object.keys(live?.connectors ?? {})
    .map(Number)
    .filter((connectorId) => !known.some((connector) => connector.connectorId === connectorId))
  return [...known, ...reported.map((connectorId) => ({ connectorId }))]
}

/** Of several connectors the one that is not idle says what its evse does. */
function statusOf(live: EvseState | undefined) {
  const connectors = Object.values(live?.connectors ?? {})
  const shown = connectors.find(({ status }) => !/^available$/i.test(status)) ?? connectors[0]
  if (!shown) return {}
  return { status: shown.status, errorCode: errorOf(shown), since: toTimestamp(shown.at) }
}

function errorOf({ errorCode }: ConnectorState): string | undefined {
  return errorCode === undefined || NO_ERROR.test(errorCode) ? undefined : errorCode
}

/** What an evse reads (kW), as far as it can be by its nameplate. */
export function readPower(
  { attributes, state }: StoredStation,
  evseId: number,
  read: typeof likelyRead,
): number | undefined {
  const { powerKw } = state.evses[evseId]?.reading ?? {}
  return powerKw === undefined ? undefined : read(powerKw, mostPower(attributes, evseId) ?? null)
}

/** The most that an evse can give (kW) by the registry: its own maximum, and no more than its station's. */
export function mostPower({ evses, maxPowerkW }: StoredStation['attributes'], evseId: number): number | undefined {
  const own = evses.find((evse) => evse.evseId === evseId)?.maxPowerkW
  return own === undefined || maxPowerkW === undefined ? (own ?? maxPowerkW) : Math.min(own, maxPowerkW)
}

function chargeOf(live: EvseState | undefined, session: OpenSession | undefined, readKw: number | undefined) {
  const isPlugged = live?.pluggedAt !== undefined || session !== undefined
  const reading = isPlugged ? live?.reading : undefined
  return {
    vehicleId: session?.vehicleId,
    scheduleId: session?.scheduleId ?? undefined,
    transactionId: live?.transaction?.id ?? (live ? undefined : (session?.transactionId ?? undefined)),
    powerkW: (reading && readKw) ?? session?.powerKw ?? undefined,
    doubtful: (reading && live?.meter?.isDoubtful) || undefined,
    energykWh: reading?.energyKwh,
    soc: reading?.soc,
  }
}

function strangerView({ connectedAt, powerKw }: Connection) {
  return { status: 'Occupied', since: toTimestamp(connectedAt), powerkW: powerKw ?? undefined }
}

/** What is wrong: at the station, at its connectors, and what its monitors say. */
export function faultsOf(state: StationState): StationFault[] {
  const ofConnectors = Object.entries(state.evses).flatMap(([evseId, { connectors }]) =>
    Object.values(connectors).flatMap((connector) => faultOf(connector, Number(evseId))),
  )
  return [...(state.station ? faultOf(state.station) : []), ...ofConnectors, ...Object.values(state.alerts)]
}

function faultOf(connector: ConnectorState, evseId?: number): StationFault[] {
  const code = errorOf(connector) ?? (/^faulted$/i.test(connector.status) ? connector.status : undefined)
  if (code === undefined) return []
  return [{ ...(evseId !== undefined && { evseId }), code, text: connector.text, since: connector.at }]
}

function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part != null)) as T
}
