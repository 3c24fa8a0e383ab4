import { deriveSessions, type Session } from '@/lib/charging/derive-sessions'
import { divideSessions } from '@/lib/charging/divide-sessions'
import type { VehicleWindow } from '@/lib/charging/load-window'
import { type BelievedSession, chargingTimes, type Metered, meteredOf, quarterMeans } from '@/lib/charging/metering'
import { believe } from '@/lib/charging/plausibility/believe'
import { releaseSilent } from '@/lib/charging/release-silent'
import { type SocCourse, socCourse } from '@/lib/charging/soc-course'
import { type MeasuredPart, stayState } from '@/lib/charging/stay-state'
import type { StayState } from '@/lib/stays/write-measurements'

/** A session as it is stored. */
export type SessionRow = Pick<
  Session,
  | 'connectedAt'
  | 'disconnectedAt'
  | 'locationUid'
  | 'stationId'
  | 'evseId'
  | 'connectorId'
  | 'transactionId'
  | 'reportsMeter'
> & { charging: boolean; powerKw: number | null; lastEventAt: number }

/** A mean as it is stored: at most a clock quarter-hour. */
export type MeanRow = Omit<Metered, 'charging'> & {
  locationUid: string | null
  startSoc: number | null
  endSoc: number | null
}

/** What follows from a vehicle's events: its sessions, what was charged, and the state of the stays that are touched. */
export type Course = {
  vehicleKey: number
  /** Sessions and means that begin in `(from, to]` are these and no others. */
  from: number
  to: number
  sessions: SessionRow[]
  means: MeanRow[]
  stays: { key: number; locationUid: string; state: StayState; isChanged: boolean }[]
  /** What is not believed, by the id of the event. */
  warnings: Map<string, string[]>
}

/** Derives all of it anew from the events, so that the order in which they came in leaves no trace. */
export function deriveCourse(
  { vehicleKey, limits, from, to, stays, events, places }: VehicleWindow,
  now: number,
): Course {
  const found = deriveSessions(events, places).filter(({ connectedAt }) => connectedAt > from)
  const warnings = new Map<string, string[]>()
  const sessions = releaseSilent(found, stays, now).map((session): BelievedSession => {
    const believed = believe(session.events, limits)
    for (const [{ id }, said] of believed.warnings) warnings.set(id, said)
    return { ...session, events: believed.events }
  })
  const measured = new Map(sessions.map((session) => [session, measure(session, limits.batterySizeKwh)]))
  const parts = divideSessions(stays, sessions, now).flatMap((part): MeasuredPart[] => {
    const its = measured.get(part.session)
    return its ? [{ ...part, ...its }] : []
  })
  return {
    vehicleKey,
    from,
    to,
    sessions: sessions.map(sessionRow),
    means: sessions.flatMap((session) => meanRows(session, measured.get(session))),
    stays: stays
      .filter(({ isTouched }) => isTouched)
      .map(({ key, locationUid, arrival, state }) => {
        const own = parts.filter(({ stayKey }) => stayKey === key)
        const next = stayState(own, arrival)
        return { key, locationUid, state: next, isChanged: !isSame(state, next) }
      }),
    warnings,
  }
}

type Measured = { metered: Metered[]; socAt: SocCourse }

function measure(session: BelievedSession, batterySizeKwh: number | null): Measured {
  const metered = meteredOf(session)
  return { metered, socAt: socCourse(session, metered, batterySizeKwh) }
}

function sessionRow(session: BelievedSession): SessionRow {
  const { connectedAt, disconnectedAt, locationUid, stationId, evseId, connectorId, transactionId } = session
  const lastTime = chargingTimes(session).at(-1)
  const charging = lastTime !== undefined && lastTime.to === null
  const powerKw = session.events.findLast((event) => event.powerKw !== null)?.powerKw ?? null
  return {
    ...{ connectedAt, disconnectedAt, locationUid, stationId, evseId, connectorId, transactionId },
    ...{ charging, powerKw: charging ? powerKw : 0, lastEventAt: session.lastWordAt },
    reportsMeter: session.reportsMeter,
  }
}

function meanRows({ locationUid }: BelievedSession, measured: Measured | undefined): MeanRow[] {
  if (!measured) return []
  return quarterMeans(measured.metered).map(({ from, to, energyKwh }) => ({
    ...{ from, to, locationUid, energyKwh },
    startSoc: measured.socAt(from),
    endSoc: measured.socAt(to),
  }))
}

function isSame(a: StayState, b: StayState): boolean {
  return (Object.keys(a) as (keyof StayState)[]).every((name) => a[name] === b[name])
}
