import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { TransactionSql } from 'postgres'
import { migrationsFolder } from '@/lib/db/migrate'

type Migration = ReturnType<typeof readMigrationFiles>[number]

/**
 * The migrations of this version that had made a backup's schema.
 * @throws with a sentence when they are not the first ones of this version's: it comes from a newer or another version
 */
export function migrationsUpTo(hashes: string[]): Migration[] {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() })
  if (hashes.length > 0 && hashes.every((hash, index) => known[index]?.hash === hash))
    return known.slice(0, hashes.length)
  throw new Error(
    'This backup has a schema that this version of Readyline does not know. Restore it with the version that made it, or a newer one.',
  )
}

/** The migrations of this version that come after those of a backup's schema. */
export function migrationsAfter(migrations: Migration[]): Migration[] {
  return readMigrationFiles({ migrationsFolder: migrationsFolder() }).slice(migrations.length)
}

/** Whether anybody's data is in the database. What the app notes of itself at its first start does not count. */
export async function holdsData(tx: TransactionSql, tables: { table: string }[]): Promise<boolean> {
  for (const { table } of tables) {
    if (table === 'app_state') continue
    const [row] = await tx`select 1 from ${tx(table)} limit 1`
    if (row) return true
  }
  return false
}

/** Removes what the app has in the database and makes the schema anew, as those migrations left it; no rows. */
export async function rebuildSchema(tx: TransactionSql, migrations: Migration[]): Promise<void> {
  await tx`drop schema if exists public, drizzle, graphile_worker cascade`
  await tx`create schema public`
  await tx`create schema drizzle`
  await tx`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`
  await applyMigrations(tx, migrations)
}

/** Applies these migrations and notes them where Drizzle looks. */
export async function applyMigrations(tx: TransactionSql, migrations: Migration[]): Promise<void> {
  for (const statement of migrations.flatMap((migration) => migration.sql)) await tx.unsafe(statement)
  for (const { hash, folderMillis } of migrations) {
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`
  }
}

type ForeignKey = { owner: string; name: string; definition: string }

/** Rows come table by table, so what holds between tables is checked once all of them are there. */
export async function withoutForeignKeys<T>(tx: TransactionSql, fill: () => Promise<T>): Promise<T> {
  const keys = await tx<ForeignKey[]>`
    select conrelid::regclass::text as owner, conname::text as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
  const tables = await tx<{ name: string }[]>`
    select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  for (const key of keys) await tx`alter table ${tx.unsafe(key.owner)} drop constraint ${tx(key.name)}`
  for (const { name } of tables) await tx`alter table ${tx.unsafe(name)} disable trigger user`
  const filled = await fill()
  for (const { name } of tables) await tx`alter table ${tx.unsafe(name)} enable trigger user`
  for (const key of keys) {
    await tx`alter table ${tx.unsafe(key.owner)} add constraint ${tx(key.name)} ${tx.unsafe(key.definition)}`
  }
  return filled
}
