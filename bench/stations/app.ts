import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export const REFRESH_TOKEN = 'bench-refresh-token-0123456789abcdef'

export type App = {
  url: string
  pid: number
  /** Where its inspector listens, if it was asked for one. */
  inspectPort?: number
  /** Ends the web process at once, as a power cut does; its worker follows. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

const READY_WITHIN_MS = 1_200_000
const LOOK_EVERY_MS = 100

/** Starts the app on a database as its user does; it builds its pages where they are not built. */
export async function startApp(
  databaseUrl: string,
  { port, dataDir, inspectPort }: { port: number; dataDir: string; inspectPort?: number },
): Promise<App> {
  const inspect = inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${inspectPort}`]
  const child = spawn(process.execPath, [...inspect, 'scripts/run.mjs', 'start'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...{
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: String(port),
      },
      ...{ APP_SECRET: 's'.repeat(40), BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN, DEMO_SIMULATION: 'off' },
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    },
  })
  const url = `http://127.0.0.1:${port}`
  await isReady(url, child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return { url, inspectPort, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function isReady(url: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS
  for (;;) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null)
    if (answer?.ok) return
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The app has ended before it was ready.')
    if (Date.now() > giveUpAt) throw new Error('The app was not ready in time.')
    await sleep(LOOK_EVERY_MS)
  }
}

const TICKS_A_SECOND = 100
const PAGE_BYTES = 4_096

/** What a process has used so far: seconds of processor time, and MiB of memory that it holds now. Linux only. */
export function usageOf(pid: number): { seconds: number; mib: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name, in brackets, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system, pages] = [11, 12, 21].map((index) => Number(fields[index]))
  return {
    seconds: ((user ?? 0) + (system ?? 0)) / TICKS_A_SECOND,
    mib: ((pages ?? 0) * PAGE_BYTES) / 2 ** 20,
  }
}

/** What all of the machine's cores together have done so far, in seconds of processor time. Linux only. */
export function machineSeconds(): number {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8').split(/\s+/).slice(1, 8).map(Number)
  return [user, nice, system, irq, softirq].reduce<number>((sum, ticks) => sum + (ticks ?? 0), 0) / TICKS_A_SECOND
}

/** The processes that a process has started. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}
