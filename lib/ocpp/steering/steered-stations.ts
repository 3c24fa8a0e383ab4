import { highestRead } from '@/lib/charging/plausibility/believe-power'
import { refreshed, type StationControl } from '@/lib/ocpp/profiles/control'
import { type Course, constant, joined, switched } from '@/lib/ocpp/profiles/course'
import type { DepotInput } from '@/lib/ocpp/profiles/depot-input'
import { rateUnitOf } from '@/lib/ocpp/profiles/fold'
import type { EvseInput, StationInput } from '@/lib/ocpp/profiles/unit'
import { wantsOf } from '@/lib/ocpp/steering/wants-of'
import type { PlannedSession, SteeredLocation } from '@/lib/planning/load-steered'
import { realEvses } from '@/lib/stations/real-evses'
import type { EvseState } from '@/lib/stations/station-state'
import { mostPower, readPower } from '@/lib/stations/station-view'
import type { StoredStation } from '@/lib/stations/stored-station'
import { DAY_MS } from '@/lib/time/interval'

/** What flows where neither evse nor station nor vehicle has a maximum. */
const UNKNOWN_KW = 150
/** A reading says what is drawn for so long. */
const FRESH_MS = 5 * 60_000
/** The beginning of a plan that lies no further ahead than this is now. */
const SOON_MS = 5_000

/** A location as the decision about its profiles takes it: registry, stations' own words, plans and what was told. */
export function depotInput(
  { headroom, sessions, connections }: SteeredLocation,
  stations: readonly StoredStation[],
  controls: ReadonlyMap<string, StationControl>,
  now: number,
): DepotInput {
  const own = new Set(stations.map(({ id }) => id))
  const elsewhere = connections.filter(({ stationId }) => stationId === null || !own.has(stationId))
  const safeKw = safePower(stations, controls, headroom, now)
  return {
    now,
    headroom: headroom && joined(headroom),
    others: constant(elsewhere.reduce((total, { powerKw }) => total + Math.max(0, powerKw ?? 0), 0)),
    stations: stations.flatMap((stored): StationInput[] => {
      const control = controls.get(stored.id)
      if (!control) return []
      const { attributes, state, online } = stored
      const { abilities } = state
      const ownSafeKw = Math.min(attributes.safePowerkW ?? safeKw, safeKw)
      const evses = realEvses(stored).map((evseId): EvseInput => {
        const session = sessions.findLast((each) => each.stationId === stored.id && Number(each.evseId) === evseId)
        return evseInput(stored, evseId, session, { safeKw: ownSafeKw, now })
      })
      return [
        {
          ...{ id: stored.id, isOnline: online, evses, safeKw: ownSafeKw },
          rateUnit: rateUnitOf(abilities),
          ...(abilities?.mostPeriods !== undefined && { mostPeriods: abilities.mostPeriods }),
          ...(attributes.maxPowerkW !== undefined && { maxPowerKw: attributes.maxPowerkW }),
          allowRestart: attributes.allowRestart,
          control: refreshed(control, state.firmwareVersion, now),
        },
      ]
    }),
  }
}

function evseInput(
  stored: StoredStation,
  evseId: number,
  session: PlannedSession | undefined,
  { safeKw, now }: { safeKw: number; now: number },
): EvseInput {
  const { attributes, state } = stored
  const live = state.evses[evseId]
  const fullKw = Math.min(fullPower(attributes, evseId), session?.maxPowerKw ?? Number.POSITIVE_INFINITY)
  const plan = session && planOf(session, { fullKw, safeKw, now })
  const reading = readingOf(live, readPower(stored, evseId, highestRead), now)
  const wants = session && wantsOf(session, now)
  return {
    ...{ evseId, fullKw, isPlugged: live?.pluggedAt !== undefined || live?.transaction !== undefined },
    ...(live?.transaction && { transactionId: live.transaction.id }),
    ...(plan && { plan }),
    ...(reading && { reading }),
    ...(wants && { wants }),
  }
}

function fullPower(attributes: StoredStation['attributes'], evseId: number): number {
  return mostPower(attributes, evseId) ?? UNKNOWN_KW
}

function readingOf(
  live: EvseState | undefined,
  kw: number | undefined,
  now: number,
): { at: number; kw: number } | undefined {
  const { at } = live?.reading ?? {}
  return at !== undefined && kw !== undefined && now - at <= FRESH_MS ? { at, kw } : undefined
}

/**
 * A plan as a course until the departure. Where it ends before that the vehicle has its target and waits, or it may
 * draw what is safe; that holds after the departure too, and before a plan that begins later.
 */
function planOf(
  { segments, departure, isScheduled, reachesTarget }: PlannedSession,
  { fullKw, safeKw, now }: { fullKw: number; safeKw: number; now: number },
): EvseInput['plan'] {
  if (departure === null || departure <= now) return undefined
  if (!isScheduled) return { course: switched(constant(fullKw), departure, constant(safeKw)), until: departure }
  const [first] = segments ?? []
  if (!segments || !first || (segments.at(-1)?.to ?? 0) <= now) return undefined
  const before = first.from > now + SOON_MS ? [{ from: now, kw: safeKw }] : []
  const steps = segments.map(({ from, powerkW }) => ({ from, kw: powerkW }))
  const end = segments.at(-1)?.to ?? departure
  const course: Course = joined([...before, ...steps, { from: end, kw: reachesTarget ? 0 : safeKw }])
  return { course: switched(course, Math.max(departure, end), constant(safeKw)), until: Math.max(departure, end) }
}

/**
 * What each evse may draw when it is told nothing: the lowest headroom of the next day, less what cannot be
 * steered, divided by the others.
 */
function safePower(
  stations: readonly StoredStation[],
  controls: ReadonlyMap<string, StationControl>,
  headroom: SteeredLocation['headroom'],
  now: number,
): number {
  const fulls = stations.flatMap((stored) =>
    realEvses(stored).map((evseId) => ({
      kw: fullPower(stored.attributes, evseId),
      isSteered: controls.get(stored.id)?.rung !== 'none',
    })),
  )
  const steered = fulls.filter(({ isSteered }) => isSteered)
  const most = steered.reduce((highest, { kw }) => Math.max(highest, kw), 0)
  if (headroom === null || steered.length === 0) return most
  const fixed = fulls.reduce((total, { kw, isSteered }) => total + (isSteered ? 0 : kw), 0)
  const lowest = Math.min(...headroom.filter(({ from }) => from < now + DAY_MS).map(({ kw }) => kw))
  return Math.min(most, Math.max(0, lowest - fixed) / steered.length)
}
