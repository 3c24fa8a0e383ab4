import type { Cause } from '@/lib/alarms/decide-alarms'
import { importCause } from '@/lib/alarms/import-cause'
import { limitCause } from '@/lib/alarms/limit-cause'
import { type OfflineStation, type ReportedFault, stationCauses } from '@/lib/alarms/station-causes'
import { unheardCauses, vehicleCauses } from '@/lib/alarms/vehicle-causes'
import type { ConnectorFault } from '@/lib/charging/list-connector-faults'
import { type Context, SYSTEM } from '@/lib/context'
import { placeName } from '@/lib/contract/place-name'
import type { Database } from '@/lib/db/client'
import { lastImport } from '@/lib/imports/last-import'
import type { LocationRow } from '@/lib/planning/depot'
import { powersOf } from '@/lib/readiness/connected-powers'
import { departureView } from '@/lib/readiness/departure-view'
import { type JudgedDepartures, judgeDepartures } from '@/lib/readiness/judge-departures'
import { getSimulation } from '@/lib/simulation/get-simulation'
import { atSite, highestPower } from '@/lib/site/peak'
import { limitAt } from '@/lib/site/power-limits'
import { powerNow } from '@/lib/site/power-now'
import { baseLoadIntervals } from '@/lib/site/week-levels'
import { unregisteredName } from '@/lib/stations/list-places'
import { evseNumbers, faultsOf } from '@/lib/stations/station-view'
import { listStoredStations, type StoredStation } from '@/lib/stations/stored-station'
import { HOUR_MS } from '@/lib/time/interval'

/** Departures so far ahead are watched: the board's usual range. */
const AHEAD_MS = 12 * HOUR_MS

/** What is wrong at a location now, by the same facts as its readiness board, its chargers and its imports. */
export async function readCauses(db: Database, row: LocationRow, now: number): Promise<Cause[]> {
  const to = now + AHEAD_MS
  const judged = await judgeDepartures(db, row, { now, to })
  const departing = judged.departing.filter(({ stay }) => stay.departure <= to)
  const context: Context = { who: SYSTEM, now, db }
  const stations = await listStoredStations(context, row.uid)
  const faults = reportedFaults(stations, judged.faults)
  return [
    ...limitCause(measuredKw(row, judged, now), limitAt(row, now)),
    ...vehicleCauses(departing.map((one) => departureView(one, row.uid))),
    ...unheardCauses(departing.filter(isUnheard).map((one) => departureView(one, row.uid))),
    ...stationCauses(await offlineStations(context, row.uid, stations), faults),
    ...importCause(await lastImport(db, row.uid), now),
  ]
}

const isUnheard = ({ facts }: JudgedDepartures['departing'][number]) => facts.presence === 'unheard'

/** What the whole site draws, where chargers have lately said it of every vehicle. */
function measuredKw(row: LocationRow, { connected, stays }: JudgedDepartures, now: number): number | null {
  if (!connected) return null
  const { powerKw, source } = powerNow(powersOf(connected, stays, now), 0, now)
  if (source !== 'measured') return null
  const moment = { from: now, to: now + 1 }
  const vehicles = atSite([{ ...moment, powerkW: powerKw }], row.chargingEfficiency)
  return highestPower([...baseLoadIntervals(row.baseLoad, row.timeZone, moment), ...vehicles], moment)
}

/** Those of a simulation that was stopped are meant to be offline. */
async function offlineStations(
  context: Context,
  locationUid: string,
  stations: readonly StoredStation[],
): Promise<OfflineStation[]> {
  const offline = stations.flatMap(({ id, attributes, online, lastSeen, sessions }) =>
    online || lastSeen === null
      ? []
      : [{ stationId: id, name: attributes.name ?? id, since: lastSeen, vehicles: sessions.length }],
  )
  if (offline.length === 0) return []
  return (await getSimulation(context, locationUid)).state === 'stopped' ? [] : offline
}

/** What stations say of themselves, and what is posted of connectors whose station is not registered here. */
function reportedFaults(stations: readonly StoredStation[], posted: readonly ConnectorFault[]): ReportedFault[] {
  const registered = new Set(stations.map(({ id }) => id))
  const own = stations.filter(({ online }) => online).flatMap(ownFaults)
  const others = posted.flatMap(({ stationId, evseId, status, errorCode, since }) =>
    stationId === null || registered.has(stationId)
      ? []
      : [
          {
            stationId,
            ...evseOf(evseId),
            place: unregisteredName(stationId, evseId),
            code: errorCode ?? status,
            since,
          },
        ],
  )
  return [...own, ...others]
}

function ownFaults({ id, attributes, state }: StoredStation): ReportedFault[] {
  const { name, evses } = attributes
  const numbers = evseNumbers(evses, state)
  return faultsOf(state).map(({ evseId, code, text, since }) => {
    const registered = evses.find((evse) => evse.evseId === evseId)
    const evse = { evseId: evseId ?? '', parkingPlace: registered?.parkingPlace }
    const place = placeName({ id, name, evses: numbers }, evse)
    return { stationId: id, ...evseOf(evseId), place, code: text ? `${code} (${text})` : code, since }
  })
}

const evseOf = (evseId: string | number | null | undefined) => (evseId == null ? {} : { evseId: String(evseId) })
