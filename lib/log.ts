import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { describeError } from '@/lib/describe-error'
import { logLevelOf } from '@/lib/env'
import { perProcess } from '@/lib/per-process'

export type { Logger } from 'pino'

/** Who sends a request, as its lines in the log name them: never by a secret. */
type Caller = { kind: string; id: string; name: string }
/** `from`: the address of the other end. */
type RequestContext = { requestId: string; from?: string; who?: Caller }

const requestContext = perProcess('request-context', () => new AsyncLocalStorage<RequestContext>())

/** Runs `work` so that every log line written meanwhile, also after an await, carries the request's id. */
export function withRequestId<T>(requestId: string, work: () => T, from?: string): T {
  return requestContext.run({ requestId, from }, work)
}

/** The request that is being served, if any. */
export function currentRequest(): Readonly<RequestContext> | undefined {
  return requestContext.getStore()
}

/** The id of the request that is being served, if any. */
export function currentRequestId(): string | undefined {
  return requestContext.getStore()?.requestId
}

/** Notes who sends the request that is being served: from here on its lines in the log name them. */
export function noteCaller({ kind, id, name }: Caller): void {
  const request = requestContext.getStore()
  if (request) request.who = { kind, id, name }
}

const secretNames = [
  'password',
  'token',
  'refreshToken',
  'accessToken',
  'secret',
  'appSecret',
  'authorization',
  'cookie',
]
const redactedPaths = [
  ...secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  'headers["set-cookie"]',
  '*.headers["set-cookie"]',
  'databaseUrl',
  '*.databaseUrl',
]

/**
 * A logger: JSON lines, or readable ones on a terminal. Values under names that hold secrets are replaced.
 * @param destination where lines go; standard output unless given
 */
export function createLog(options: { level: string; destination?: DestinationStream; pretty?: boolean }): Logger {
  const destination = options.pretty
    ? pretty({ sync: true, destination: options.destination, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' })
    : (options.destination ?? pino.destination({ sync: true }))
  return pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => describeError(error) },
      redact: { paths: redactedPaths, censor: '[redacted]' },
      mixin: () => logged(requestContext.getStore()),
    },
    destination,
  )
}

/** The access line says the address; the others of a request have its id to be joined by. */
function logged({ requestId, who }: Partial<RequestContext> = {}): object {
  return { ...(requestId !== undefined && { requestId }), ...(who && { who }) }
}

/** The process's own logger. */
export const log: Logger = createLog({ level: logLevelOf(process.env), pretty: process.stdout.isTTY === true })
