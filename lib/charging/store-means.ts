import { sql } from 'drizzle-orm'
import type { Course, MeanRow } from '@/lib/charging/derive-course'
import type { Database } from '@/lib/db/client'

type KeptMean = MeanRow & { vehicleKey: number }

/** What has to be written so that the stored means are those of the courses. */
export type MeanChanges = { written: KeptMean[]; removed: { vehicleKey: number; from: number }[] }

/**
 * Makes the metered means in the windows of these courses those that were derived. Only what differs is written: after
 * an event of a long connection that is a quarter-hour or two, and the rest of its means stay as they are.
 */
export async function storeMeans(tx: Database, courses: readonly Course[]): Promise<void> {
  const next = courses.flatMap(({ vehicleKey, means }) =>
    means.map(({ from, to, locationUid, energyKwh, startSoc, endSoc }) => {
      return { vehicleKey, from, to, locationUid, energyKwh, startSoc, endSoc }
    }),
  )
  const { written, removed } = meanChanges(await readMeans(tx, courses), next)
  if (removed.length > 0)
    await tx.execute(sql`
      delete from metered_interval old
      using jsonb_to_recordset(${JSON.stringify(removed)}::text::jsonb) as k ("vehicleKey" bigint, "from" float8)
      where old.vehicle_key = k."vehicleKey" and old.from_at = to_timestamp(k."from" / 1000.0)`)
  if (written.length === 0) return
  await tx.execute(sql`
    insert into metered_interval (vehicle_key, from_at, to_at, location_uid, energy_kwh, start_soc, end_soc)
    select "vehicleKey", to_timestamp("from" / 1000.0), to_timestamp("to" / 1000.0), "locationUid", "energyKwh",
      "startSoc", "endSoc"
    from jsonb_to_recordset(${JSON.stringify(written)}::text::jsonb) as next ("vehicleKey" bigint, "from" float8,
      "to" float8, "locationUid" text, "energyKwh" float8, "startSoc" float8, "endSoc" float8)
    on conflict (vehicle_key, from_at) do update set to_at = excluded.to_at, location_uid = excluded.location_uid,
      energy_kwh = excluded.energy_kwh, start_soc = excluded.start_soc, end_soc = excluded.end_soc`)
}

/** Compares means by vehicle and beginning. */
export function meanChanges(stored: readonly KeptMean[], next: readonly KeptMean[]): MeanChanges {
  const others = new Map(stored.map((mean) => [nameOf(mean), mean]))
  const written = next.filter((mean) => {
    const name = nameOf(mean)
    const before = others.get(name)
    others.delete(name)
    return before === undefined || !isSame(before, mean)
  })
  return { written, removed: [...others.values()].map(({ vehicleKey, from }) => ({ vehicleKey, from })) }
}

const nameOf = ({ vehicleKey, from }: KeptMean) => `${vehicleKey} ${from}`

function isSame(a: KeptMean, b: KeptMean): boolean {
  const isSameTime = a.to === b.to && a.locationUid === b.locationUid
  return isSameTime && a.energyKwh === b.energyKwh && a.startSoc === b.startSoc && a.endSoc === b.endSoc
}

/** The stored means that begin in the windows of the courses: one text, which is read much faster than rows. */
async function readMeans(tx: Database, courses: readonly Course[]): Promise<KeptMean[]> {
  const windows = JSON.stringify(courses.map(({ vehicleKey, from, to }) => ({ vehicleKey, from, to })))
  const [row] = await tx.execute<{ means: string }>(sql`
    select coalesce(json_agg(json_build_object('vehicleKey', m.vehicle_key, 'from', extract(epoch from m.from_at) * 1000,
      'to', extract(epoch from m.to_at) * 1000, 'locationUid', m.location_uid, 'energyKwh', m.energy_kwh,
      'startSoc', m.start_soc, 'endSoc', m.end_soc)), '[]')::text as means
    from jsonb_to_recordset(${windows}::text::jsonb) as w ("vehicleKey" bigint, "from" float8, "to" float8)
    join metered_interval m on m.vehicle_key = w."vehicleKey" and m.from_at > to_timestamp(w."from" / 1000.0)
      and m.from_at <= to_timestamp(w."to" / 1000.0)`)
  return JSON.parse(row?.means ?? '[]')
}
