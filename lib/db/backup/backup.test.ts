import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import postgres, { type Sql } from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { restoreRecorded } from '@/lib/audit/restore-recorded'
import { migrationsUpTo, rebuildSchema } from '@/lib/db/backup/rebuild-schema'
import { restoreBackup } from '@/lib/db/backup/restore-backup'
import { writeBackup } from '@/lib/db/backup/write-backup'
import { type EmbeddedDatabase, startEmbedded } from '@/lib/db/embedded/start-embedded'
import { migrate, migrationsFolder } from '@/lib/db/migrate'
import { createLog } from '@/lib/log'

// Hooks start servers, which takes long on a busy machine.
vi.setConfig({ hookTimeout: 60_000 })

const external = process.env.TEST_DATABASE_URL
let folder: string
let embedded: EmbeddedDatabase
let made: { admin: string; name: string }[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readyline-backup-'))
  embedded = await startEmbedded({ dataDir: folder, log: createLog({ level: 'silent' }) })
})
afterAll(async () => {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  made = []
})
afterEach(async () => {
  for (const { admin, name } of made)
    await using(admin, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
})

async function using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** An empty database on that server. */
async function newDatabase(admin: string): Promise<string> {
  const name = `backup_${randomBytes(6).toString('hex')}`
  await using(admin, (sql) => sql`create database ${sql(name)}`)
  made.push({ admin, name })
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

const nasty = 'tab\there\nnew line\n\\.\n back\\slash "quotes" \'single\' Ünïcode 🚌 \r end'

/** Every hard kind of value, in tables of the app that refer to one another. */
async function fill(url: string): Promise<void> {
  await migrate(url)
  await using(url, async (sql) => {
    const powerRules = sql.json([{ tag: nasty, idealPowerkW: null }])
    await sql`
      insert into location (uid, name, address, lat, time_zone, charging_efficiency, strategy, target_soc, minimum_soc,
        bulk_soc, departure_margin_minutes, ready_buffer_minutes, assumed_arrival_soc, power_rules, control_chargers,
        created_at)
      values ('depot', ${nasty}, '', 0.1, 'Europe/Berlin', 0.92, '\\.', 80, 20, 90, 10, 30, 30, ${powerRules}, true,
        '2026-10-25 00:30:00.123456+00')`
    await sql`
      insert into refresh_token (id, name, role, hash, location_uids)
      values ('t', 'n', 'read', 'h', ${sql.array(['', nasty, 'NULL', '\\N'])})`
    await sql`
      insert into charging_event (id, type, timestamp, location_uid, energy_kwh)
      select 'event ' || n, 'MeterValues', '2026-03-29 00:59:59+00'::timestamptz + n * interval '1 s', 'depot', n / 7.0
      from generate_series(1, 3000) n`
    await sql`delete from charging_event where key > 2990`
    await sql`
      insert into plan_request (location_uid, requested_at, revision, trigger, trigger_description)
      values ('depot', now(), 9007199254740991, 'schedule', 'it changed')`
    const before = sql.json({ notes: nasty, targetSoC: null, tokens: ['\\N', ''] })
    await sql`
      insert into audit_entry (at, by_kind, by_id, by_name, kind, object_id, action, location_uids, before)
      select '2026-10-25 00:30:00.123+00', 'token', 't', ${nasty}, 'vehicle', 'bus ' || n, 'changed', '{depot}', ${before}
      from generate_series(1, 3) n`
  })
}

/** Everything of the app in the database, as text, table by table. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  return using(url, async (sql) => {
    await sql`set timezone to 'UTC'`
    const tables = await sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`
    const content: Record<string, string[]> = {}
    for (const { name } of tables) {
      const rows = await sql`select t::text as row from ${sql(name)} t order by 1`
      content[name] = rows.map((row) => row.row)
    }
    return content
  })
}

async function backedUp(admin: string): Promise<{ url: string; file: string }> {
  const url = await newDatabase(admin)
  await fill(url)
  const file = join(folder, `${randomBytes(4).toString('hex')}.gz`)
  await writeBackup(url, file)
  return { url, file }
}

/** Restores, and writes nothing of it down. */
const restore = (url: string, file: string, replace = false) =>
  restoreBackup(url, file, { replace, record: async () => {} })

function nextEventKey(url: string): Promise<unknown> {
  return using(url, async (sql) => {
    const [row] =
      await sql`insert into charging_event (id, type, timestamp) values ('new', 'x', now()) returning key::int`
    return row?.key
  })
}

type Tampering = (content: Buffer) => Buffer

function tampered(file: string, change: Tampering): string {
  const copy = `${file}.tampered`
  writeFileSync(copy, gzipSync(change(gunzipSync(readFileSync(file)))))
  return copy
}

const engines = [
  ['embedded', 'embedded', () => embedded.url, () => embedded.url],
  ['embedded', 'external', () => embedded.url, () => external ?? ''],
  ['external', 'embedded', () => external ?? '', () => embedded.url],
] as const

describe.each(engines)('a backup of the %s database, restored into the %s one', (from, to, source, target) => {
  const needsExternal = from === 'external' || to === 'external'
  const noExternal = needsExternal && !external

  it.skipIf(noExternal)(
    `is the same to the last bit and goes on counting where it stopped${noExternal ? ' (skipped: TEST_DATABASE_URL is not set)' : ''}`,
    async () => {
      const { url, file } = await backedUp(source())
      const copy = await newDatabase(target())
      await restore(copy, file)
      const restored = await contentOf(copy)
      expect(restored.charging_event).toHaveLength(2_990)
      expect(restored).toEqual(await contentOf(url))
      expect(await nextEventKey(copy)).toBe(3_001)
    },
  )
})

describe('a backup', () => {
  it('is of one moment, though others write meanwhile', async () => {
    const url = await newDatabase(embedded.url)
    await fill(url)
    const file = join(folder, 'busy.gz')
    let writing = true
    const writer = using(url, async (sql) => {
      for (let n = 0; writing; n += 1) {
        await sql.begin(async (tx) => {
          await tx`insert into app_state (key, value) values (${`a${n}`}, '1')`
          await tx`insert into refresh_token (id, name, role, hash) values (${`a${n}`}, 'n', 'read', ${`a${n}`})`
        })
      }
    })
    await writeBackup(url, file)
    writing = false
    await writer
    const copy = await newDatabase(embedded.url)
    await restore(copy, file)
    const [counts] = await using(
      copy,
      (sql) =>
        sql`select (select count(*) from app_state) as states, (select count(*) from refresh_token) - 1 as tokens`,
    )
    expect(counts?.states).toBe(counts?.tokens)
  })

  it('can be read by this user only, and leaves no draft', async () => {
    const { file } = await backedUp(embedded.url)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('is refused for a database that holds nothing of the app', async () => {
    const url = await newDatabase(embedded.url)
    await expect(writeBackup(url, join(folder, 'nothing.gz'))).rejects.toThrow(/nothing of Readyline/)
  })
})

describe('a restore', () => {
  let sound: string
  beforeAll(async () => {
    sound = (await backedUp(embedded.url)).file
  })

  it('brings a backup of an earlier version to the schema of this one', async () => {
    const [first] = readMigrationFiles({ migrationsFolder: migrationsFolder() })
    const old = await newDatabase(embedded.url)
    await using(old, (sql) => sql.begin((tx) => rebuildSchema(tx, migrationsUpTo([first?.hash ?? '']))))
    await using(old, (sql) => sql`insert into app_state (key, value) values ('old', '1')`)
    const file = join(folder, 'old.gz')
    await writeBackup(old, file)
    const copy = await newDatabase(embedded.url)
    await restore(copy, file)
    const constraints = await using(
      copy,
      (sql) => sql`select 1 from pg_constraint where conname = 'stay_departure_unique'`,
    )
    expect(constraints).toHaveLength(1)
    expect((await contentOf(copy)).app_state).toHaveLength(1)
  })

  it('says in the log when it was restored, from which file and of when that is, though the log came later than the backup', async () => {
    const [first] = readMigrationFiles({ migrationsFolder: migrationsFolder() })
    const old = await newDatabase(embedded.url)
    await using(old, (sql) => sql.begin((tx) => rebuildSchema(tx, migrationsUpTo([first?.hash ?? '']))))
    await using(old, (sql) => sql`insert into app_state (key, value) values ('old', '1')`)
    const file = join(folder, 'before-the-log.gz')
    const from = Date.now()
    await writeBackup(old, file)
    const copy = await newDatabase(embedded.url)
    const now = Date.parse('2026-11-22T04:15:00Z')
    const { madeAt } = await restoreRecorded(copy, file, { replace: false, now })
    expect(Date.parse(madeAt)).toBeGreaterThanOrEqual(from)
    const entries = await using(copy, (sql) => sql`select at, by_name, kind, object_id, action, after from audit_entry`)
    expect([...entries]).toEqual([
      {
        ...{ at: new Date(now), by_name: 'Readyline', kind: 'backup', object_id: 'before-the-log.gz' },
        ...{ action: 'created', after: { madeAt, rows: 1 } },
      },
    ])
  })

  it('changes nothing when its entry cannot be written', async () => {
    const { url, file } = await backedUp(embedded.url)
    await using(url, (sql) => sql`insert into app_state (key, value) values ('later', '1')`)
    const before = await contentOf(url)
    const record = () => Promise.reject(new Error('No entry.'))
    await expect(restoreBackup(url, file, { replace: true, record })).rejects.toThrow('No entry.')
    expect(await contentOf(url)).toEqual(before)
  })

  it('is refused where there is data, and replaces it when told to', async () => {
    const { url, file } = await backedUp(embedded.url)
    const before = await contentOf(url)
    await using(url, (sql) => sql`insert into app_state (key, value) values ('later', '1')`)
    await expect(restore(url, file)).rejects.toThrow(/not empty.*--replace/)
    expect((await contentOf(url)).app_state).toHaveLength(1)
    await restore(url, file, true)
    expect(await contentOf(url)).toEqual(before)
  })

  it('takes an app that was started and never set up for empty', async () => {
    const { url, file } = await backedUp(embedded.url)
    const fresh = await newDatabase(embedded.url)
    await migrate(fresh)
    await using(fresh, (sql) => sql`insert into app_state (key, value) values ('setupToken', '"x"')`)
    await restore(fresh, file)
    expect(await contentOf(fresh)).toEqual(await contentOf(url))
  })

  it('is refused while somebody uses the database', async () => {
    const { url, file } = await backedUp(embedded.url)
    await using(url, async (sql) => {
      await sql`select 1`
      await expect(restore(url, file, true)).rejects.toThrow(/in use \(1 connections\)/)
    })
  })

  it.each<[string, Tampering, RegExp]>([
    ['a byte of a row was changed', (all) => swap(all, '"event 77"', '"event 78"'), /duplicate key|damaged/],
    ['a value was changed', (all) => swap(all, 'Europe/Berlin', 'Europe/Athens'), /damaged/],
    ['it was cut short', (all) => all.subarray(0, all.length - 2000), /damaged or cut short/],
    ['its last line is missing', (all) => all.subarray(0, all.lastIndexOf('\n', -2) + 1), /damaged or cut short/],
    ['a later version of the app made it', (all) => swap(all, '"migrations":["', '"migrations":["f'), /does not know/],
    ['it has another format', (all) => swap(all, '"readylineBackup":1', '"readylineBackup":9'), /backup format 9/],
    ['it is something else', () => Buffer.from('name,age\nA,1\n'), /no whole backup/],
  ])('changes nothing when %s', async (_, change, sentence) => {
    const url = await newDatabase(embedded.url)
    await migrate(url)
    await using(url, (sql) => sql`insert into app_state (key, value) values ('later', '1')`)
    const before = await contentOf(url)
    await expect(restore(url, tampered(sound, change), true)).rejects.toThrow(sentence)
    expect(await contentOf(url)).toEqual(before)
  })

  it('says when there is no such file, or it is no gzip file', async () => {
    const url = await newDatabase(embedded.url)
    await expect(restore(url, join(folder, 'nowhere.gz'))).rejects.toThrow(/There is no file/)
    const plain = join(folder, 'plain.txt')
    writeFileSync(plain, 'hello')
    await expect(restore(url, plain)).rejects.toThrow(/no whole backup/)
  })
})

function swap(content: Buffer, from: string, to: string): Buffer {
  const at = content.indexOf(from)
  if (at === -1) throw new Error(`${from} is not in the backup`)
  return Buffer.concat([content.subarray(0, at), Buffer.from(to), content.subarray(at + from.length)])
}
