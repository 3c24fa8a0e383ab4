import { describe, expect, it } from 'vitest'
import { createLog, currentRequestId, withRequestId } from '@/lib/log'

function recorder() {
  const lines: string[] = []
  return { lines, destination: { write: (line: string) => void lines.push(line) } }
}

describe('createLog', () => {
  it('writes one JSON object a line, with the time as ISO 8601', () => {
    const { lines, destination } = recorder()
    createLog({ level: 'info', destination }).info({ vehicles: 3 }, 'loaded')
    const line = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ level: 30, vehicles: 3, msg: 'loaded' })
    expect(new Date(line.time).toISOString()).toBe(line.time)
  })

  it.each([
    { password: 'hunter2' },
    { body: { token: 'hunter2' } },
    { request: { headers: { authorization: 'Bearer hunter2' } } },
    { request: { headers: { cookie: 'session=hunter2' } } },
    { headers: { 'set-cookie': 'hunter2' } },
    { databaseUrl: 'postgres://depot:hunter2@localhost/depot' },
  ])('keeps secrets out of %j', (values) => {
    const { lines, destination } = recorder()
    createLog({ level: 'info', destination }).info(values)
    expect(lines[0]).toContain('[redacted]')
    expect(lines[0]).not.toContain('hunter2')
  })

  it('writes nothing below its level', () => {
    const { lines, destination } = recorder()
    createLog({ level: 'warn', destination }).info('quiet')
    expect(lines).toEqual([])
  })

  it('puts the id of the request on every line written for it, also after an await', async () => {
    const { lines, destination } = recorder()
    const log = createLog({ level: 'info', destination })
    await withRequestId('r-1', async () => {
      await new Promise((resolve) => setImmediate(resolve))
      log.info('within')
    })
    log.info('outside')
    expect(lines.map((line) => JSON.parse(line).requestId)).toEqual(['r-1', undefined])
    expect(currentRequestId()).toBeUndefined()
  })
})
