import { deriveSessions, type Session } from '@/lib/charging/derive-sessions'
import { divideSessions } from '@/lib/charging/divide-sessions'
import type { VehicleWindow } from '@/lib/charging/load-window'
import { chargingTimes, type Metered, meteredOf, quarterMeans } from '@/lib/charging/metering'
import { type SocCourse, socCourse } from '@/lib/charging/soc-course'
import { type MeasuredPart, type StayState, stayState } from '@/lib/charging/stay-state'

/** A session as it is stored. */
export type SessionRow = Omit<Session, 'events'> & { charging: boolean; powerKw: number | null; lastEventAt: number }

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
}

/** Derives all of it anew from the events, so that the order in which they came in leaves no trace. */
export function deriveCourse(
  { vehicleKey, batterySizeKwh, from, to, stays, events }: VehicleWindow,
  now: number,
): Course {
  const sessions = deriveSessions(events).filter(({ connectedAt }) => connectedAt > from)
  const measured = new Map(sessions.map((session) => [session, measure(session, batterySizeKwh)]))
  const parts = divideSessions(stays, sessions, now).flatMap((part): MeasuredPart[] => {
    const found = measured.get(part.session)
    return found ? [{ ...part, ...found }] : []
  })
  return {
    vehicleKey,
    from,
    to,
    sessions: sessions.map(sessionRow),
    means: sessions.flatMap((session) => meanRows(session, measured.get(session))),
    stays: stays
      .filter(({ isTouched }) => isTouched)
      .map(({ key, locationUid, state }) => {
        const next = stayState(parts.filter(({ stayKey }) => stayKey === key))
        return { key, locationUid, state: next, isChanged: !isSame(state, next) }
      }),
  }
}

type Measured = { metered: Metered[]; socAt: SocCourse }

function measure(session: Session, batterySizeKwh: number | null): Measured {
  const metered = meteredOf(session)
  return { metered, socAt: socCourse(session, metered, batterySizeKwh) }
}

function sessionRow(session: Session): SessionRow {
  const { events, ...row } = session
  const lastTime = chargingTimes(session).at(-1)
  const charging = lastTime !== undefined && lastTime.to === null
  const powerKw = events.findLast((event) => event.powerKw !== null)?.powerKw ?? null
  return { ...row, charging, powerKw: charging ? powerKw : 0, lastEventAt: events.at(-1)?.at ?? row.connectedAt }
}

function meanRows({ locationUid }: Session, measured: Measured | undefined): MeanRow[] {
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
