import { join } from 'node:path'
import { isDiskFull } from '@/lib/db/database-away'
import { fullDiskAt } from '@/lib/db/disk-room'
import { prepareBinaries } from '@/lib/db/embedded/binaries'
import { type Client, countClients, enter } from '@/lib/db/embedded/clients'
import { ensureCluster } from '@/lib/db/embedded/cluster'
import { ensureServer, type Parts } from '@/lib/db/embedded/ensure-server'
import { withFolderLock } from '@/lib/db/embedded/folder-lock'
import { recordedPort } from '@/lib/db/embedded/launch'
import { findPostmaster, type Postmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'
import { databaseUrlAt } from '@/lib/db/embedded/probe'
import { findServerLocation, type ServerLocation } from '@/lib/db/embedded/server-location'
import { supervise, waitForRoom } from '@/lib/db/embedded/supervisor'
import type { Logger } from '@/lib/log'

/** The app's own PostgreSQL, shared by every app on the same data folder. */
export type EmbeddedDatabase = {
  /** Stays the same while this app runs, also when the server had to be started again. */
  url: string
  /** On the disk that has to have room for it. */
  folder: string
  /** Process id of the server at the start. */
  serverPid: number
  /** Leaves the server; the last to leave stops it. Waits `withinMs` for its end (10 s), after which it ends by itself. */
  stop(withinMs?: number): Promise<void>
}

/** Longer than a start with crash recovery takes. */
const lockTimeoutMs = 180_000

function locked<T>(serverLocation: ServerLocation, work: () => Promise<T>): Promise<T> {
  return withFolderLock(join(serverLocation.folder, 'lock'), lockTimeoutMs, work)
}

function clientsFolder(serverLocation: ServerLocation): string {
  return join(serverLocation.folder, 'tenants')
}

type Opened = { parts: Parts; postmaster: Postmaster; client: Client }

async function open(serverLocation: ServerLocation, log: Logger): Promise<Opened> {
  const shared = countClients(clientsFolder(serverLocation)) > 0
  const binaries = await prepareBinaries(serverLocation)
  const parts = { serverLocation, binaries, log, cluster: await ensureCluster(serverLocation, binaries) }
  const postmaster = await ensureServer(parts, shared ? recordedPort(serverLocation) : null)
  return { parts, postmaster, client: enter(clientsFolder(serverLocation)) }
}

async function leave({ parts, client }: Opened, withinMs: number): Promise<void> {
  const goodbye = async () => {
    client.leave()
    const running = findPostmaster(parts.cluster.folder)
    if (running === null || countClients(clientsFolder(parts.serverLocation)) > 0) return
    if (await stopPostmaster(running, withinMs)) return
    parts.log.warn({ postgresPid: running.process.pid }, 'the embedded database is still writing and stops by itself')
  }
  try {
    await locked(parts.serverLocation, goodbye)
  } catch (error) {
    // The lock is a file: on a disk without a byte nobody else can have it either.
    if (!isDiskFull(error)) throw error
    await goodbye()
  }
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there, and starts it again whenever it
 * dies. Commits are on disk before they are acknowledged; kill -9 of anything at any moment is survived.
 * @param dataDir made when absent
 * @throws with a sentence when it cannot run here, or the folder cannot be used
 */
export async function startEmbedded(options: { dataDir: string; log: Logger }): Promise<EmbeddedDatabase> {
  const { log } = options
  const serverLocation = findServerLocation(options.dataDir)
  if (serverLocation.moved) log.warn(serverLocation.moved)
  const roomFor = () => fullDiskAt(serverLocation.folder)
  // Who joins a server that runs, to back it up for one, can do so on a full disk too.
  if (findPostmaster(join(serverLocation.clusterFolder, 'cluster')) === null) await waitForRoom(log, roomFor)
  const opened = await locked(serverLocation, () => open(serverLocation, log)).catch((error) => {
    throw isDiskFull(error)
      ? new Error(`The disk that holds ${serverLocation.folder} is full. Make room, then start again.`)
      : error
  })
  const { parts, postmaster } = opened
  const restart = () => locked(serverLocation, () => ensureServer(parts, postmaster.port))
  const stopSupervising = supervise(postmaster, log, restart, roomFor)
  let stopping: Promise<void> | undefined
  return {
    url: databaseUrlAt(parts.cluster, postmaster.port),
    folder: serverLocation.folder,
    serverPid: postmaster.process.pid,
    stop: (withinMs = 10_000) => {
      stopping ??= stopSupervising().then(() => leave(opened, withinMs))
      return stopping
    },
  }
}
