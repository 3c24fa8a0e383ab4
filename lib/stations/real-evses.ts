import type { StoredStation } from '@/lib/stations/stored-station'

/** Less than this is the charger's own noise. */
const DRAWS_KW = 0.5

/**
 * The evses of a station that its depot's power is shared among: those of the registry; of others that it has told of, as
 * many as it says that it has, or, where it does not say, those whose numbers follow on, as OCPP counts them; and whatever
 * else draws power or has a vehicle that we know. A number that only a message has told of takes no power from the others.
 */
export function realEvses({
  attributes,
  state,
  sessions,
}: Pick<StoredStation, 'attributes' | 'state' | 'sessions'>): number[] {
  const real = new Set(attributes.evses.map(({ evseId }) => evseId))
  const told = Object.keys(state.evses).map(Number)
  const isUsed = (evseId: number) =>
    (state.evses[evseId]?.reading?.powerKw ?? 0) > DRAWS_KW || sessions.some((each) => Number(each.evseId) === evseId)
  const said = state.abilities?.evses || undefined
  const first = Math.min(...told, ...real)
  for (const evseId of told.toSorted((a, b) => a - b)) {
    const isNext = evseId === first || real.has(evseId - 1)
    const isOne = said === undefined ? isNext : real.size < said
    if (isOne || isUsed(evseId)) real.add(evseId)
  }
  return [...real].sort((a, b) => a - b)
}
