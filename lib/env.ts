import { resolve } from 'node:path'
import { z } from 'zod'

/** Levels of the log, quietest last; `silent` writes nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The configuration as the app uses it: checked, with defaults filled in, paths absolute. */
export type Env = {
  port: number
  host: string
  /** Absent: the app runs its own PostgreSQL in `dataDir`. */
  databaseUrl?: string
  dataDir: string
  /** Absent only where the app may make one itself, that is with the embedded database. */
  appSecret?: string
  setupToken?: string
  bootstrapRefreshToken?: string
  appRole: 'all' | 'web' | 'worker'
  /** Origin that people use, for example `https://depot.example.org`; no slash at its end. */
  publicUrl?: string
  trustProxy: boolean
  logLevel: (typeof logLevels)[number]
  meterValuesRetentionDays: number
  meterMeansRetentionDays: number
  planDetailRetentionDays: number
  historyRetentionDays: number
  demoSimulation: boolean
}

/** The environment holds mistakes. The message lists every one of them, a sentence each. */
export class ConfigurationError extends Error {
  constructor(readonly mistakes: string[]) {
    super(
      `The configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    )
    this.name = 'ConfigurationError'
  }
}

const switchWords: Record<string, boolean> = {
  on: true,
  true: true,
  yes: true,
  '1': true,
  off: false,
  false: false,
  no: false,
  '0': false,
}

function wholeNumber(name: string, lowest: number, highest: number, unit: string) {
  const sentence = `${name} must be a whole number${unit} from ${lowest} to ${highest}.`
  return z
    .string()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, sentence)
}

function secret(name: string, shortest: number) {
  const sentence = `${name} must have at least ${shortest} characters; make one with: openssl rand -hex 32`
  return z.string().min(shortest, sentence)
}

function isPostgresUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}

function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && /^https?:$/.test(url.protocol) && value.replace(/\/$/, '') === url.origin
}

function onOrOff(name: string) {
  return z
    .string()
    .toLowerCase()
    .refine((value) => value in switchWords, `${name} must be on or off.`)
    .transform((value) => switchWords[value] === true)
}

const variables = z.object({
  PORT: wholeNumber('PORT', 0, 65_535, '').default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  APP_SECRET: secret('APP_SECRET', 32).optional(),
  SETUP_TOKEN: secret('SETUP_TOKEN', 16).optional(),
  BOOTSTRAP_REFRESH_TOKEN: secret('BOOTSTRAP_REFRESH_TOKEN', 32).optional(),
  APP_ROLE: z
    .enum(['all', 'web', 'worker'], 'APP_ROLE must be one of all (serve and plan), web (serve) or worker (plan).')
    .default('all'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'PUBLIC_URL must be an address without a path, such as https://depot.example.org.')
    .transform((value) => value.replace(/\/$/, ''))
    .optional(),
  TRUST_PROXY: onOrOff('TRUST_PROXY').default(false),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).default('info'),
  METER_VALUES_RETENTION_DAYS: wholeNumber('METER_VALUES_RETENTION_DAYS', 1, 36_500, ' of days').default(90),
  METER_MEANS_RETENTION_DAYS: wholeNumber('METER_MEANS_RETENTION_DAYS', 1, 36_500, ' of days').default(1826),
  PLAN_DETAIL_RETENTION_DAYS: wholeNumber('PLAN_DETAIL_RETENTION_DAYS', 1, 36_500, ' of days').default(90),
  HISTORY_RETENTION_DAYS: wholeNumber('HISTORY_RETENTION_DAYS', 1, 36_500, ' of days').default(396),
  DEMO_SIMULATION: onOrOff('DEMO_SIMULATION').default(true),
})

type Source = Record<string, string | undefined>

/** An empty or blank variable counts as one that is not set, as in `PORT= npm start`. */
function given(source: Source): Source {
  const entries = Object.keys(variables.shape).map((name) => [name, source[name]?.trim() || undefined] as const)
  return Object.fromEntries(entries)
}

/**
 * Reads the configuration from environment variables.
 * @param demands `secret: false` for commands that sign nothing (migrate, backup), which then work with `DATABASE_URL` alone
 * @throws ConfigurationError naming every mistake at once
 */
export function readEnv(source: Source, demands: { secret: boolean } = { secret: true }): Env {
  const input = given(source)
  const parsed = variables.safeParse(input)
  const mistakes = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  if (demands.secret && input.DATABASE_URL && !input.APP_SECRET) {
    mistakes.push(
      'APP_SECRET must be set when DATABASE_URL is: 32 characters or more, the same for every process; make one with: openssl rand -hex 32',
    )
  }
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationError(mistakes)
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataDir: resolve(value.DATA_DIR),
    appSecret: value.APP_SECRET,
    setupToken: value.SETUP_TOKEN,
    bootstrapRefreshToken: value.BOOTSTRAP_REFRESH_TOKEN,
    appRole: value.APP_ROLE,
    publicUrl: value.PUBLIC_URL,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    meterValuesRetentionDays: value.METER_VALUES_RETENTION_DAYS,
    meterMeansRetentionDays: value.METER_MEANS_RETENTION_DAYS,
    planDetailRetentionDays: value.PLAN_DETAIL_RETENTION_DAYS,
    historyRetentionDays: value.HISTORY_RETENTION_DAYS,
    demoSimulation: value.DEMO_SIMULATION,
  }
}

let current: Env | undefined

/** The configuration of this process, read from `process.env` at the first call and the same ever after. */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}

/** The level to log at. Never throws: a wrong `LOG_LEVEL` is reported by `readEnv`, and that report has to be logged. */
export function logLevelOf(source: Source): Env['logLevel'] {
  return logLevels.find((level) => level === source.LOG_LEVEL?.trim()) ?? 'info'
}
