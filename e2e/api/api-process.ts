import { fork } from 'node:child_process'
import { bundle } from '@/scripts/bundle.mjs'

export type ApiProcess = {
  url: string
  stop: () => Promise<void>
  kill: () => void
  /** For how long its event loop stood still at most since this was asked last, in ms. */
  eventLoopDelay: () => Promise<number>
}

/** A busy machine fails no test of something else. */
const PATIENT = JSON.stringify({ requestMs: 60_000, connectionMs: 30_000, connectMs: 30_000 })

/**
 * Starts a server process of the API on the database at `databaseUrl`, on a free loopback port.
 * @param onWritten is told what the process writes, which otherwise goes where ours goes
 */
export async function startApi(
  databaseUrl: string,
  environment: Record<string, string> = {},
  onWritten?: (chunk: string) => void,
): Promise<ApiProcess> {
  const child = fork(await bundle('api-server', 'e2e/api'), {
    silent: onWritten !== undefined,
    env: {
      ...{ ...process.env, LOG_LEVEL: 'warn', TEST_LIMITS: PATIENT, DEMO_SIMULATION: 'off', DATABASE_URL: databaseUrl },
      ...environment,
    },
  })
  for (const written of [child.stdout, child.stderr]) written?.setEncoding('utf8').on('data', onWritten ?? (() => {}))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port))
    child.once('exit', (code) => reject(new Error(`The API server ended with code ${code} before it listened.`)))
  })
  const stopped = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => child.kill('SIGKILL'),
    eventLoopDelay: () =>
      new Promise((resolve) => {
        child.once('message', (message: { longestMs: number }) => resolve(message.longestMs))
        child.send('event-loop')
      }),
    stop: () => {
      if (child.connected) child.disconnect()
      return stopped
    },
  }
}
