import { randomInt } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Binaries } from '@/lib/db/embedded/binaries'
import type { Cluster } from '@/lib/db/embedded/cluster'
import { clearStalePidFile, findPostmaster, type Postmaster } from '@/lib/db/embedded/postmaster'
import { askUntilAnswered } from '@/lib/db/embedded/probe'
import type { ServerLocation } from '@/lib/db/embedded/server-location'
import { startDetached } from '@/lib/db/embedded/server-process'

/** The port was taken by another program between two looks. */
export class PortTaken extends Error {}

/** A crash recovery may read much log before the server answers. */
const startTimeoutMs = 120_000
const longestLogBytes = 10_000_000

/** Suits a small machine: about 70 MB of memory, every commit on disk, no way in but 127.0.0.1. */
function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Containers have little shared memory, and the queries are short.
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    // What a client did wrong is the client's to log; here stands what befalls the server.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Below the range that systems hand out by themselves, so that a free port stays free until the server has it. */
export function choosePort(): number {
  return randomInt(20_000, 32_000)
}

/** The port that this server had last, so that others who know its address find it again. */
export function recordedPort(serverLocation: ServerLocation): number | null {
  try {
    return Number(readFileSync(join(serverLocation.folder, 'port'), 'utf8')) || null
  } catch {
    return null
  }
}

/** Notes the port for the next start. */
export function recordPort(serverLocation: ServerLocation, port: number): void {
  if (recordedPort(serverLocation) !== port)
    writeFileSync(join(serverLocation.folder, 'port'), String(port), { mode: 0o600 })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((fulfil) => {
    const trial = createServer()
    trial.once('error', () => fulfil(false))
    trial.listen(port, '127.0.0.1', () => trial.close(() => fulfil(true)))
  })
}

function openLog(serverLocation: ServerLocation): { path: string; file: number; from: number } {
  const path = join(serverLocation.folder, 'server.log')
  if (existsSync(path) && statSync(path).size > longestLogBytes) renameSync(path, `${path}.1`)
  const file = openSync(path, 'a', 0o600)
  return { path, file, from: statSync(path).size }
}

function failure(log: { path: string; from: number }, spawnError: string): Error {
  const said = readFileSync(log.path).subarray(log.from).toString('utf8').trim()
  if (/could not bind|could not create any TCP/.test(said)) return new PortTaken(said)
  const lastLines = said.split('\n').slice(-5).join('\n')
  return new Error(
    `The embedded PostgreSQL did not start; its log ${log.path} ends with:\n${lastLines || spawnError || '(nothing)'}`,
  )
}

/**
 * Starts the server on a port and waits until it answers. To be called under the server location's lock, when none runs.
 * @throws PortTaken, or an error with the end of the server's log
 */
export async function launchOn(
  port: number,
  serverLocation: ServerLocation,
  cluster: Cluster,
  binaries: Binaries,
): Promise<Postmaster> {
  // PostgreSQL would notice by itself, but asking a stranger on that port for an answer takes long.
  if (!(await isFree(port))) throw new PortTaken(`Port ${port} is used by another program.`)
  clearStalePidFile(cluster.folder)
  const log = openLog(serverLocation)
  const args = ['-D', cluster.folder, ...settings(port)]
  const child = startDetached(
    binaries.postgres,
    args,
    { user: serverLocation.user, cwd: serverLocation.folder },
    log.file,
  )
  closeSync(log.file)
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', () => {
    ended ??= ''
  })
  const answer = await askUntilAnswered(cluster, port, startTimeoutMs, () => ended !== null)
  const postmaster = answer === 'ours' && ended === null ? findPostmaster(cluster.folder) : null
  if (postmaster === null) {
    child.kill('SIGQUIT')
    if (ended !== null) throw failure(log, ended)
    throw answer === 'foreign'
      ? new PortTaken(`Another server answers on port ${port}.`)
      : new Error(`The embedded PostgreSQL does not answer; see its log ${log.path}.`)
  }
  return postmaster
}
