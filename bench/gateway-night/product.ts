import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { REFRESH_TOKEN } from '@/bench/stations/app'
import { startApi } from '@/e2e/api/api-process'

/** The product's processes under the clock of a night: API and gateway, and the worker that plans. */
export type Product = {
  url: string
  /** What it has logged as a warning or worse, by message, with how often. */
  said: Map<string, number>
  stop: () => Promise<void>
}

export async function startProduct(databaseUrl: string, moved: Record<string, string>): Promise<Product> {
  const said = new Map<string, number>()
  const hear = (chunk: string) => {
    for (const line of chunk.split('\n').filter(Boolean)) {
      const message = messageOf(line)
      said.set(message, (said.get(message) ?? 0) + 1)
    }
  }
  const environment = {
    ...{ NODE_ENV: 'production', APP_SECRET: 's'.repeat(40), BOOTSTRAP_REFRESH_TOKEN: REFRESH_TOKEN },
    ...{ LOG_LEVEL: 'warn', ...moved },
  }
  const worker = startWorker(databaseUrl, environment, hear)
  const api = await startApi(databaseUrl, environment, hear)
  return {
    url: api.url,
    said,
    stop: async () => {
      const ended = once(worker, 'exit')
      if (worker.connected) worker.disconnect()
      await Promise.all([ended, api.stop()])
    },
  }
}

function startWorker(
  databaseUrl: string,
  environment: Record<string, string>,
  hear: (chunk: string) => void,
): ChildProcess {
  const worker = fork('scripts/run.mjs', ['worker'], {
    silent: true,
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
  })
  for (const written of [worker.stdout, worker.stderr]) written?.setEncoding('utf8').on('data', hear)
  return worker
}

function messageOf(line: string): string {
  try {
    const { level, msg, err } = JSON.parse(line)
    return `${level >= 50 ? 'error' : 'warning'}: ${msg}${err?.message ? `: ${err.message}` : ''}`.slice(0, 200)
  } catch {
    return line.slice(0, 200)
  }
}
