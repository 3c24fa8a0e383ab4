import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle, tokenFor, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'

const sql = postgres(given('databaseUrl'), { max: 1 })
afterAll(() => sql.end())

/** A plan of the location was asked for then, and nobody makes it. */
const askedSince = (uid: string, since: string) => sql`
  insert into plan_request (location_uid, requested_at, waiting_since, revision, trigger, trigger_description)
  values (${uid}, now(), ${since}, 1, 'manual', 'Asked for by a test.')
  on conflict (location_uid) do update set waiting_since = excluded.waiting_since`

/** The samples of a Prometheus text by name and labels. */
function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const [, name = '', value] = /^([a-zA-Z_:][\w:]*(?:\{.*\})?) (\S+)$/.exec(line) ?? []
      return [name, Number(value)]
    }),
  )
}

describe('GET /metrics', () => {
  test('is Prometheus text with what the process does and what the depots are at', async () => {
    await call('GET', '/vehicles')
    const answer = await call('GET', '/metrics')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const samples = samplesOf(answer.body)
    expect(samples.has('')).toBe(false)
    expect(samples.get('process_cpu_seconds_total')).toBeGreaterThan(0)
    const counted = 'readyline_http_request_duration_seconds_count{operation="listVehicles",method="GET",status="200"}'
    expect(samples.get(counted)).toBeGreaterThan(0)
  })

  test('counts only the locations that a token may see', async () => {
    const [mine, other] = [await makeLocation(), await makeLocation()]
    const [macAddress, otherMac] = [uniqueMac(), uniqueMac()]
    await makeVehicle({ locationUid: mine, evMacAddress: macAddress })
    await makeVehicle({ locationUid: other, evMacAddress: otherMac })
    const timestamp = new Date(Date.now() - 60_000).toISOString()
    await call('POST', '/charging-events', {
      body: {
        events: [
          { id: `${mine}-1`, type: 'ev-connected', timestamp, macAddress, locationUid: mine },
          { id: `${other}-1`, type: 'charging-started', timestamp, macAddress: otherMac, locationUid: other },
        ],
      },
    })
    const samples = samplesOf((await call('GET', '/metrics', { token: await tokenFor('read', [mine]) })).body)
    expect(samples.get('readyline_locations')).toBe(1)
    expect(samples.get('readyline_vehicles')).toBe(1)
    expect(samples.get('readyline_vehicles_connected')).toBe(1)
    expect(samples.get('readyline_vehicles_charging')).toBe(0)
    expect(samples.get('readyline_charging_event_age_seconds')).toBeGreaterThanOrEqual(60)
  })

  test('and the readiness check and the board name a depot that has waited for its plan for over a minute', async () => {
    const [late, early] = [await makeLocation(), await makeLocation()]
    // Longer than any depot of another test, because only those that wait longest are named.
    const since = new Date(Date.now() - 86_400_000).toISOString()
    await askedSince(late, since)
    await askedSince(early, new Date(Date.now() - 5_000).toISOString())
    const samples = samplesOf((await call('GET', '/metrics')).body)
    expect(samples.get(`readyline_plan_overdue_seconds{location="${late}"}`)).toBeGreaterThanOrEqual(86_400)
    expect(samples.has(`readyline_plan_overdue_seconds{location="${early}"}`)).toBe(false)
    const { status, body } = await call('GET', '/health/ready', { token: null })
    expect(status).toBe(200)
    expect(body.overduePlans).toContainEqual({ locationUid: late, since })
    expect(JSON.stringify(body)).not.toContain(early)
    expect((await call('GET', `/locations/${late}/readiness`)).body.planOverdueSince).toBe(since)
    expect((await call('GET', `/locations/${early}/readiness`)).body).not.toHaveProperty('planOverdueSince')
  })

  test('takes the refresh token itself, which a scraper can hold, until it is revoked; no other call does', async () => {
    const made = await call('POST', '/auth/tokens', { body: { name: 'Scraper', role: 'read' } })
    const token = made.body.refreshToken
    const answer = await call('GET', '/metrics', { token })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('readyline_vehicles')
    expect((await call('GET', '/vehicles', { token })).status).toBe(401)
    await call('DELETE', `/auth/tokens/${made.body.id}`)
    expect((await call('GET', '/metrics', { token })).status).toBe(401)
    expect((await call('GET', '/metrics', { token: `${token}x` })).status).toBe(401)
  })

  test('takes an access token of the role read too', async () => {
    expect((await call('GET', '/metrics', { token: await tokenFor('read') })).status).toBe(200)
  })

  test('is closed to strangers', async () => {
    expect((await call('GET', '/metrics', { token: null })).status).toBe(401)
  })
})
