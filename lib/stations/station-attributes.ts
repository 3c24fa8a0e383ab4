import type { ChargingStationPatch } from '@/lib/contract/station'
import type { RegisteredEvse } from '@/lib/db/schema/station'
import type { Fault } from '@/lib/errors'

/** The writable attributes of a charging station: defaults filled in, absent where there is no value. */
export type StationAttributes = {
  locationUid: string
  name?: string
  maxPowerkW?: number
  safePowerkW?: number
  allowRestart: boolean
  allowWithoutPassword: boolean
  evses: RegisteredEvse[]
}

const DEFAULTS = { allowRestart: false, allowWithoutPassword: false, evses: [] }
const SCALARS = ['name', 'maxPowerkW', 'safePowerkW', 'allowRestart', 'allowWithoutPassword'] as const

/** PUT: what is left out or null goes back to its default. */
export function replaced(input: ChargingStationPatch & { locationUid: string }): StationAttributes {
  return merged({ ...DEFAULTS, locationUid: input.locationUid }, input)
}

/** PATCH (RFC 7396): what is left out stays, null clears, arrays replace. */
export function merged(current: StationAttributes, patch: ChargingStationPatch): StationAttributes {
  const next: Record<string, unknown> = { ...current }
  for (const name of SCALARS)
    if (patch[name] !== undefined) next[name] = patch[name] ?? (DEFAULTS as Record<string, unknown>)[name]
  if (patch.locationUid !== undefined) next.locationUid = patch.locationUid
  if (patch.evses !== undefined) next.evses = (patch.evses ?? []).map(evseOf)
  return without(next) as StationAttributes
}

/** An evse of which no connector is named has one, of an unknown type. */
function evseOf({ connectors, ...evse }: NonNullable<ChargingStationPatch['evses']>[number]): RegisteredEvse {
  const named = connectors?.length ? connectors : [{ connectorId: 1 }]
  return { ...without(evse), connectors: named.map(without) } as RegisteredEvse
}

function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part != null)) as T
}

/** Faults of values that are impossible together (422). */
export function impossibilities({ evses, maxPowerkW }: StationAttributes): Fault[] {
  return evses.flatMap((evse, index): Fault[] => {
    const path = `evses[${index}]`
    const most = evse.maxPowerkW ?? maxPowerkW
    const connectorIds = evse.connectors.map(({ connectorId }) => connectorId)
    return [
      ...(evses.findIndex(({ evseId }) => evseId === evse.evseId) < index
        ? [{ path: `${path}.evseId`, message: `names the evse ${evse.evseId} a second time` }]
        : []),
      ...(new Set(connectorIds).size < connectorIds.length
        ? [{ path: `${path}.connectors`, message: 'must name each connector once' }]
        : []),
      ...(most !== undefined && (evse.minPowerkW ?? 0) > most
        ? [{ path: `${path}.minPowerkW`, message: `must not be above the most power here (${most})` }]
        : []),
    ]
  })
}
