import { sql } from 'drizzle-orm'
import type { Connection } from '@/lib/charging/connection'
import type { Database } from '@/lib/db/client'

/** A connector of the depot that cannot charge. `since` epoch ms: when it said so last. */
export type ConnectorFault = {
  stationId: string | null
  evseId: string | null
  connectorId: string | null
  status: string
  errorCode: string | null
  since: number
}

/** What OCPP 1.6 and 2.0.1 call a connector that does not charge; `NoError` is 1.6's way to say that all is well. */
const BROKEN = ['faulted', 'unavailable']
const NO_ERROR = 'noerror'

const STATION = sql.raw(`coalesce(station_id, '')`)
const EVSE = sql.raw(`coalesce(evse_id, '')`)
const CONNECTOR = sql.raw(`coalesce(connector_id, '')`)
const PLACE = sql`${STATION}, ${EVSE}, ${CONNECTOR}`

/**
 * The connectors of a location whose last status is a fault. One index goes from connector to connector and to the last
 * status of each, so that it does not matter how many there were before.
 */
export async function listConnectorFaults(db: Database, locationUid: string): Promise<ConnectorFault[]> {
  const ofPlace = sql`${STATION} = place.station and ${EVSE} = place.evse and ${CONNECTOR} = place.connector`
  const said = sql`charging_event where type = 'connector-status' and location_uid = ${locationUid}`
  const rows = await db.execute<
    Record<'station' | 'evse' | 'connector' | 'error', string | null> & { status: string; since: number }
  >(sql`
    with recursive place (station, evse, connector) as (
      (select ${PLACE} from ${said} order by ${PLACE} limit 1)
      union all
      select following.* from place, lateral (
        select ${PLACE} from ${said} and (${PLACE}) > (place.station, place.evse, place.connector)
        order by ${PLACE} limit 1) following
    )
    select latest.* from place, lateral (
      select station_id as station, evse_id as evse, connector_id as connector, status, error_code as error,
        (extract(epoch from timestamp) * 1000)::float8 as since
      from ${said} and ${ofPlace}
        and timestamp = (select timestamp from ${said} and ${ofPlace} order by timestamp desc limit 1)
      order by id desc limit 1) latest
    order by place.station, place.evse, place.connector`)
  return rows
    .filter(({ status, error }) => isFault(status, error))
    .map(({ station, evse, connector, status, error, since }) => ({
      ...{ stationId: station, evseId: evse, connectorId: connector, status, errorCode: error, since },
    }))
}

/** The vehicles whose connector reports a fault, by their keys, and since when (epoch ms). */
export function faultedVehicles(
  faults: readonly ConnectorFault[],
  connections: readonly Connection[],
): Map<number, number> {
  const place = ({ stationId, evseId, connectorId }: Pick<Connection, 'stationId' | 'evseId' | 'connectorId'>) =>
    JSON.stringify([stationId, evseId, connectorId])
  const broken = new Map(faults.map((fault) => [place(fault), fault]))
  const faulted = connections.flatMap((one): [number, number][] => {
    const fault = broken.get(place(one))
    if (!fault || one.vehicleKey === null) return []
    // A vehicle that is connected after a connector was out of order speaks for the connector.
    return isOutOfOrder(fault) && one.connectedAt > fault.since ? [] : [[one.vehicleKey, fault.since]]
  })
  return new Map(faulted)
}

/** A fault with which nothing can be charged; an error code alone may be no more than a warning. */
export const isOutOfOrder = ({ status }: Pick<ConnectorFault, 'status'>) => BROKEN.includes(status.trim().toLowerCase())

/** Whether a connector of this status and error code (any spelling of OCPP's) cannot charge. */
export function isFault(status: string, errorCode: string | null): boolean {
  const error = errorCode?.replace(/[\s_-]/g, '').toLowerCase() ?? ''
  return isOutOfOrder({ status }) || (error !== '' && error !== NO_ERROR)
}
