import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from '@/lib/db/embedded/binaries'
import type { Cluster } from '@/lib/db/embedded/cluster'
import { choosePort, launchOn, PortTaken, recordedPort, recordPort } from '@/lib/db/embedded/launch'
import { findPostmaster, type Postmaster, stopPostmaster, waitForEnd } from '@/lib/db/embedded/postmaster'
import { askUntilAnswered, ensureDatabase } from '@/lib/db/embedded/probe'
import { isRunning } from '@/lib/db/embedded/process-identity'
import type { ServerLocation } from '@/lib/db/embedded/server-location'
import type { Logger } from '@/lib/log'

export type Parts = { serverLocation: ServerLocation; cluster: Cluster; binaries: Binaries; log: Logger }

const settleTimeoutMs = 60_000

/** A server that runs already: goes on with it, or waits for its end when it is stopping. Null: none runs now. */
async function adopt({ cluster, log }: Parts): Promise<Postmaster | null> {
  const found = findPostmaster(cluster.folder)
  if (found === null) return null
  const answer = await askUntilAnswered(cluster, found.port, settleTimeoutMs, () => !isRunning(found.process))
  if (answer === 'ours') return found
  if (!isRunning(found.process)) return null
  if (answer === 'foreign') {
    throw new Error(
      `The server of ${cluster.folder} (process ${found.process.pid}) does not take the password that was made for it. Stop that server, or set DATA_DIR to another folder.`,
    )
  }
  log.warn({ postgresPid: found.process.pid }, 'the embedded database does not answer; stopping it')
  await stopPostmaster(found, 10_000)
  if (isRunning(found.process)) process.kill(found.process.pid, 'SIGQUIT')
  if (await waitForEnd(found, 10_000)) return null
  throw new Error(
    `The embedded database (process ${found.process.pid}) neither answers nor stops. End it by hand: kill -9 ${found.process.pid}`,
  )
}

/**
 * The processes of a server that was killed need a moment to notice it; until then no other can start. And an app that
 * was killed may have started one just before, which shows only now.
 */
const attempts = 40

async function adoptOrLaunch(parts: Parts, fixedPort: number | null): Promise<Postmaster> {
  let port = fixedPort ?? recordedPort(parts.serverLocation) ?? choosePort()
  for (let attempt = 1; ; attempt += 1) {
    const running = await adopt(parts)
    if (running) return running
    try {
      return await launchOn(port, parts.serverLocation, parts.cluster, parts.binaries)
    } catch (error) {
      const lingering = error instanceof Error && /still in use|lock file .* already exists/.test(error.message)
      if (attempt >= attempts || !(lingering || error instanceof PortTaken)) throw error
      if (error instanceof PortTaken && fixedPort === null) port = choosePort()
      else await sleep(250)
    }
  }
}

/**
 * Sees to it that the server runs, answers, is ours, and has the app's database: goes on with the one that
 * runs, or starts one. To be called under the server location's lock.
 * @param fixedPort the port where others expect it; null: any
 */
export async function ensureServer(parts: Parts, fixedPort: number | null): Promise<Postmaster> {
  const postmaster = await adoptOrLaunch(parts, fixedPort)
  recordPort(parts.serverLocation, postmaster.port)
  await ensureDatabase(parts.cluster, postmaster.port)
  return postmaster
}
