import { sql } from 'drizzle-orm'
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

/** The connectors of a location whose last status is a fault. */
export async function listConnectorFaults(db: Database, locationUid: string): Promise<ConnectorFault[]> {
  const rows = await db.execute<
    Record<'station' | 'evse' | 'connector' | 'error', string | null> & { status: string; since: number }
  >(sql`
    select distinct on (station_id, evse_id, connector_id) station_id as station, evse_id as evse,
      connector_id as connector, status, error_code as error, (extract(epoch from timestamp) * 1000)::float8 as since
    from charging_event where type = 'connector-status' and location_uid = ${locationUid}
    order by station_id, evse_id, connector_id, timestamp desc, id desc`)
  return rows
    .filter(({ status, error }) => isFault(status, error))
    .map(({ station, evse, connector, status, error, since }) => ({
      ...{ stationId: station, evseId: evse, connectorId: connector, status, errorCode: error, since },
    }))
}

/** Whether a connector of this status and error code (any spelling of OCPP's) cannot charge. */
export function isFault(status: string, errorCode: string | null): boolean {
  const error = errorCode?.replace(/[\s_-]/g, '').toLowerCase() ?? ''
  return BROKEN.includes(status.trim().toLowerCase()) || (error !== '' && error !== NO_ERROR)
}
