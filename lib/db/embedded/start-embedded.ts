import { join } from 'node:path'
import { prepareBinaries } from '@/lib/db/embedded/binaries'
import { ensureServer, type Parts } from '@/lib/db/embedded/ensure-server'
import { withFolderLock } from '@/lib/db/embedded/folder-lock'
import { findHome, type Home } from '@/lib/db/embedded/home'
import { recordedPort } from '@/lib/db/embedded/launch'
import { findPostmaster, type Postmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'
import { databaseUrlAt } from '@/lib/db/embedded/probe'
import { ensureStore } from '@/lib/db/embedded/store'
import { countTenants, enter, type Tenant } from '@/lib/db/embedded/tenants'
import { watch } from '@/lib/db/embedded/watch'
import type { Logger } from '@/lib/log'

/** The app's own PostgreSQL, shared by every app on the same data folder. */
export type EmbeddedDatabase = {
  /** Stays the same while this app runs, also when the server had to be started again. */
  url: string
  /** Process id of the server at the start. */
  serverPid: number
  /** Leaves the server; the last to leave stops it. Waits `withinMs` for its end (10 s), after which it ends by itself. */
  stop(withinMs?: number): Promise<void>
}

/** Longer than a start with crash recovery takes. */
const lockTimeoutMs = 180_000

function locked<T>(home: Home, work: () => Promise<T>): Promise<T> {
  return withFolderLock(join(home.folder, 'lock'), lockTimeoutMs, work)
}

function tenantsFolder(home: Home): string {
  return join(home.folder, 'tenants')
}

type Opened = { parts: Parts; postmaster: Postmaster; tenant: Tenant }

async function open(home: Home, log: Logger): Promise<Opened> {
  const shared = countTenants(tenantsFolder(home)) > 0
  const binaries = await prepareBinaries(home)
  const parts = { home, binaries, log, store: await ensureStore(home, binaries) }
  const postmaster = await ensureServer(parts, shared ? recordedPort(home) : null)
  return { parts, postmaster, tenant: enter(tenantsFolder(home)) }
}

async function leave({ parts, tenant }: Opened, withinMs: number): Promise<void> {
  await locked(parts.home, async () => {
    tenant.leave()
    const running = findPostmaster(parts.store.cluster)
    if (running === null || countTenants(tenantsFolder(parts.home)) > 0) return
    if (await stopPostmaster(running, withinMs)) return
    parts.log.warn({ postgresPid: running.process.pid }, 'the embedded database is still writing and stops by itself')
  })
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there, and starts it again whenever it
 * dies. Commits are on disk before they are acknowledged; kill -9 of anything at any moment is survived.
 * @param dataDir made when absent
 * @throws with a sentence when it cannot run here, or the folder cannot be used
 */
export async function startEmbedded(options: { dataDir: string; log: Logger }): Promise<EmbeddedDatabase> {
  const { log } = options
  const home = findHome(options.dataDir)
  if (home.moved) log.warn(home.moved)
  const opened = await locked(home, () => open(home, log))
  const { parts, postmaster } = opened
  const stopWatching = watch(postmaster, log, () => locked(home, () => ensureServer(parts, postmaster.port)))
  let stopping: Promise<void> | undefined
  return {
    url: databaseUrlAt(parts.store, postmaster.port),
    serverPid: postmaster.process.pid,
    stop: (withinMs = 10_000) => {
      stopping ??= stopWatching().then(() => leave(opened, withinMs))
      return stopping
    },
  }
}
