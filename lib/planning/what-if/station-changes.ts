import type { PlanOverrides } from '@/lib/contract/plan-overrides'
import type { RegisteredEvse } from '@/lib/db/schema/station'

type StationChange = NonNullable<PlanOverrides['stations']>[number]
type EvseChange = NonNullable<StationChange['evses']>[number]

/** What the registry says of a station's powers, in kW; null or absent: nothing. */
export type StationPowers = { maxPowerKw: number | null; evses: readonly EvsePower[] }
type EvsePower = Pick<RegisteredEvse, 'evseId' | 'maxPowerkW'>

/** Where a vehicle is connected, in the charger's numbers. */
type At = { evseId: string | null; connectorId: string | null }

/** A station as a PATCH of it would leave it: what is left out stays, null is not known any more. */
export function withStationChange(own: StationPowers, { maxPowerkW, evses }: StationChange): StationPowers {
  const named = new Map((evses ?? []).map((evse) => [evse.evseId, powerOf(evse, own)]))
  return {
    maxPowerKw: maxPowerkW === undefined ? own.maxPowerKw : maxPowerkW,
    evses: [...own.evses.filter(({ evseId }) => !named.has(evseId)), ...named.values()],
  }
}

function powerOf({ evseId, maxPowerkW }: EvseChange, { evses }: StationPowers): EvsePower {
  if (maxPowerkW === undefined) return evses.find((evse) => evse.evseId === evseId) ?? { evseId }
  return { evseId, maxPowerkW: maxPowerkW ?? undefined }
}

/** The most that the evse gives where a vehicle is connected (kW), as `evsePowerKw` reads it from the registry. */
export function evsePowerOf({ maxPowerKw, evses }: StationPowers, at: At): number | null {
  const evseKw = evses.find(({ evseId }) => isAt(at, evseId))?.maxPowerkW ?? null
  const known = [maxPowerKw, evseKw].filter((kw) => kw !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/** In OCPP 1.6 an evse is known by its connector's number. */
export function isAt({ evseId, connectorId }: At, asked: number): boolean {
  return (evseId ?? connectorId) === String(asked)
}
