import { isAbsolute, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, logLevelOf, readEnv } from '@/lib/env'

const databaseUrl = 'postgres://depot:secret@db.example.org:5432/depot'
const appSecret = 's'.repeat(32)

function mistakesOf(source: Record<string, string>): string[] {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes
    throw error
  }
  return []
}

describe('readEnv', () => {
  it('fills in every default when nothing is set', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.data'),
      appRole: 'all',
      trustProxy: false,
      logLevel: 'info',
      meterValuesRetentionDays: 90,
      meterMeansRetentionDays: 1826,
      planDetailRetentionDays: 90,
      historyRetentionDays: 396,
      demoSimulation: true,
    })
  })

  it('takes a blank variable for one that is not set', () => {
    expect(readEnv({ PORT: '', HOST: '  ', DATABASE_URL: '' })).toEqual(readEnv({}))
  })

  it('makes the data folder absolute', () => {
    expect(isAbsolute(readEnv({ DATA_DIR: 'some/where' }).dataDir)).toBe(true)
  })

  it('takes the slash off the end of the public address', () => {
    expect(readEnv({ PUBLIC_URL: 'https://depot.example.org/' }).publicUrl).toBe('https://depot.example.org')
  })

  it.each([
    ['on', true],
    ['TRUE', true],
    ['1', true],
    ['off', false],
    ['no', false],
  ])('reads TRUST_PROXY=%s as %s', (word, expected) => {
    expect(readEnv({ TRUST_PROXY: word }).trustProxy).toBe(expected)
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://localhost/depot'],
    ['DATABASE_URL', 'postgres://localhost'],
    ['APP_SECRET', 'short'],
    ['SETUP_TOKEN', 'short'],
    ['BOOTSTRAP_REFRESH_TOKEN', 'b'.repeat(31)],
    ['APP_ROLE', 'planner'],
    ['PUBLIC_URL', 'https://depot.example.org/app'],
    ['PUBLIC_URL', 'depot.example.org'],
    ['TRUST_PROXY', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['METER_VALUES_RETENTION_DAYS', '0'],
    ['METER_MEANS_RETENTION_DAYS', 'forever'],
    ['PLAN_DETAIL_RETENTION_DAYS', '1.5'],
    ['HISTORY_RETENTION_DAYS', '0'],
  ])('answers %s=%s with a sentence that names it', (name, value) => {
    const mistakes = mistakesOf({ APP_SECRET: appSecret, [name]: value })
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatch(new RegExp(`^${name} must .+`))
  })

  it('names every mistake at once', () => {
    const mistakes = mistakesOf({ PORT: 'x', APP_ROLE: 'y', DATABASE_URL: databaseUrl })
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual(['PORT', 'APP_ROLE', 'APP_SECRET'])
  })

  it('never repeats a secret in its complaint', () => {
    expect(mistakesOf({ APP_SECRET: 'hunter2' }).join()).not.toContain('hunter2')
  })

  it('demands a secret with a database of its own, and none with the embedded one', () => {
    expect(mistakesOf({ DATABASE_URL: databaseUrl })[0]).toMatch(/^APP_SECRET must be set/)
    expect(readEnv({ DATABASE_URL: databaseUrl, APP_SECRET: appSecret }).appSecret).toBe(appSecret)
    expect(readEnv({}).appSecret).toBeUndefined()
  })

  it('lets a command that signs nothing do without a secret', () => {
    expect(readEnv({ DATABASE_URL: databaseUrl }, { secret: false }).databaseUrl).toBe(databaseUrl)
  })
})

describe('logLevelOf', () => {
  it('falls back to info where the level is not one', () => {
    expect(logLevelOf({ LOG_LEVEL: 'loud' })).toBe('info')
    expect(logLevelOf({ LOG_LEVEL: 'debug' })).toBe('debug')
  })
})
