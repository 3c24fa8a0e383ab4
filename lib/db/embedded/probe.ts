import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { type Cluster, databaseName } from '@/lib/db/embedded/cluster'

/** What a server on that port says: it is ours; not yet (starting, stopping, no answer); or it is not ours. */
export type Answer = 'ours' | 'not yet' | 'foreign'

/** Address of a database within the embedded server. */
export function databaseUrlAt(cluster: Cluster, port: number, database = databaseName): string {
  return `postgres://${databaseName}:${cluster.password}@127.0.0.1:${port}/${database}`
}

async function withConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 0 })
  }
}

/** 28P01 wrong password, 28000 no such user: a server that works, but not with our key. */
const foreignCodes = ['28P01', '28000']

async function ask(cluster: Cluster, port: number): Promise<Answer> {
  try {
    return await withConnection(databaseUrlAt(cluster, port, 'postgres'), async (sql) => {
      const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`
      return row?.folder === cluster.folder ? 'ours' : 'foreign'
    })
  } catch (error) {
    return foreignCodes.includes((error as { code?: string }).code ?? '') ? 'foreign' : 'not yet'
  }
}

/** Asks until the server answers yes or no, or the time is over, or `over` says that waiting has no use. */
export async function askUntilAnswered(
  cluster: Cluster,
  port: number,
  timeoutMs: number,
  over: () => boolean,
): Promise<Answer> {
  const giveUpAt = performance.now() + timeoutMs
  let pauseMs = 20
  let answer = await ask(cluster, port)
  while (answer === 'not yet' && performance.now() < giveUpAt && !over()) {
    await sleep(pauseMs)
    pauseMs = Math.min(pauseMs * 1.5, 250)
    answer = await ask(cluster, port)
  }
  return answer
}

/** Makes the app's database in a server that does not have it yet. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  await withConnection(databaseUrlAt(cluster, port, 'postgres'), async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${databaseName}`
    if (!found) await sql`create database ${sql(databaseName)}`
  })
}
