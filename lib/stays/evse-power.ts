import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL: the most that an evse gives (kW), as the registry of stations says it of the evse or of its station, whichever is
 * less; null where it says nothing. Where only a connector is named it is the evse's: OCPP 1.6 knows no other number.
 */
export function evsePowerKw(stationId: SQL, evseId: SQL, connectorId: SQL): SQL<number | null> {
  return sql<number | null>`(select least(s.max_power_kw, (select (e ->> 'maxPowerkW')::float8
      from jsonb_array_elements(s.evses) e where e ->> 'evseId' = coalesce(${evseId}, ${connectorId}) limit 1))
    from charging_station s where s.id = ${stationId})`
}
