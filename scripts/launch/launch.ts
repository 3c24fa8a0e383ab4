import { keepAppSecret } from '@/lib/db/embedded/data-dir'
import { migrate } from '@/lib/db/migrate'
import { provideDatabase } from '@/lib/db/provide-database'
import { type Env, readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { announce } from '@/scripts/launch/announce'
import { ensureBuild } from '@/scripts/launch/ensure-build'
import { findPort } from '@/scripts/launch/find-port'
import { onSignal } from '@/scripts/launch/on-signal'
import { refuseUnpatchedDriver } from '@/scripts/launch/refuse-unpatched-driver'
import { root } from '@/scripts/launch/root'
import { type Running, shutDown } from '@/scripts/launch/shut-down'
import { surviveUnwaitedFailures } from '@/scripts/launch/unwaited-failures'
import { keepWorker } from '@/scripts/launch/worker-process'
import { serveWeb } from '@/scripts/serve'

/** What was decided here holds for the server in this process and for the worker too. */
function passOn(env: Env, databaseUrl: string, port: number): void {
  process.env.DATABASE_URL = databaseUrl
  process.env.APP_SECRET = env.appSecret ?? keepAppSecret(env.dataDir)
  process.env.PORT = String(port)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
}

async function startAll(dev: boolean, running: Running): Promise<void> {
  const env = readEnv(process.env)
  refuseUnpatchedDriver()
  const serves = env.appRole !== 'worker'
  const port = serves ? await findPort(env.host, env.port) : env.port
  if (serves && !dev) await ensureBuild(root)
  running.database = await provideDatabase(env, log)
  await migrate(running.database.url)
  passOn(env, running.database.url, port)
  if (serves) running.web = await serveWeb({ root, host: env.host, port, dev, databaseUrl: running.database.url })
  if (env.appRole !== 'web') running.worker = keepWorker(root, log)
  await announce(env, port)
}

/**
 * Starts the app: database, migrations, web server and worker, as `APP_ROLE` says; ends in order when told to.
 * @throws with a sentence when it cannot start; what was started by then is stopped
 */
export async function launch({ dev }: { dev: boolean }): Promise<void> {
  const running: Running = {}
  onSignal(() => shutDown(running))
  surviveUnwaitedFailures()
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a defect; the app ends')
    void shutDown(running).finally(() => process.exit(1))
  })
  try {
    await startAll(dev, running)
  } catch (error) {
    await shutDown(running)
    throw error
  }
}
