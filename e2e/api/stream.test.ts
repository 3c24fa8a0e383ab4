import { describe, expect, test } from 'vitest'
import { adminToken, call, exchange, makeLocation, makeVehicle, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { inHours } from '@/e2e/api/schedule-times'
import { makeStation, StationClient } from '@/e2e/api/station-client'
import { connect } from '@/lib/db/client'

type Told = { event: string; revision: number }

/** The events of a location's stream as they come. */
async function openStream(locationUid: string, token: string) {
  const end = new AbortController()
  const response = await fetch(`${given('apiUrl')}/api/locations/${locationUid}/stream`, {
    ...{ headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' }, signal: end.signal },
  })
  const told: Told[] = []
  const ended = (async () => {
    let text = ''
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(part).toString()
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []
        if (event && data) told.push({ event, revision: JSON.parse(data).revision })
      }
    }
  })().catch(() => {})
  const until = async (event: string) => {
    while (!told.some((each) => each.event === event)) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { response, told, ended, until, close: () => end.abort() }
}

describe('the stream of a location', () => {
  test('begins with a resync, is neither compressed nor kept, and tells of schedules, plans, stations and settings', async () => {
    const locationUid = await makeLocation()
    const stream = await openStream(locationUid, await adminToken())
    await stream.until('resync')
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(stream.response.headers.get('content-encoding')).toBeNull()
    expect(stream.response.headers.get('cache-control')).toBe('no-store, no-transform')
    const vehicleId = await makeVehicle({ locationUid })
    const night = { plannedArrivalTime: inHours(2), plannedDepartureTime: inHours(10) }
    await call('POST', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [night] } })
    for (const event of ['schedules', 'readiness']) await stream.until(event)
    await call('POST', `/locations/${locationUid}/plan`)
    await stream.until('plan')
    await call('PATCH', `/locations/${locationUid}`, { body: { powerLimitkW: 77 } })
    await stream.until('settings')
    const client = await StationClient.connect(await makeStation({ locationUid }))
    await client.ask('Heartbeat', {})
    await stream.until('stations')
    const revisions = stream.told.map(({ revision }) => revision)
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b))
    await client.close()
    stream.close()
    await stream.ended
  })

  test('goes on when the connection on which its process hears of changes is lost', async () => {
    const locationUid = await makeLocation()
    const stream = await openStream(locationUid, await adminToken())
    await stream.until('resync')
    const { sql, close } = connect(given('databaseUrl'))
    const listeners = async () =>
      (
        await sql<{ pid: number }[]>`select pid from pg_stat_activity where datname = current_database()
          and application_name = 'readyline-listen'`
      ).map(({ pid }) => pid)
    const before = await listeners()
    expect(before).not.toEqual([])
    await sql`select pg_terminate_backend(pid) from unnest(${before}::int[]) pid`
    await call('PATCH', `/locations/${locationUid}`, { body: { powerLimitkW: 71 } })
    await stream.until('settings')
    await expect
      .poll(async () => (await listeners()).filter((pid) => !before.includes(pid)).length, { timeout: 30_000 })
      .toBeGreaterThan(0)
    // What was still to be told of the time before, at most one event a kind a second, has come by now.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    stream.told.splice(0)
    const posted = { id: unique('e'), type: 'connector-status', status: 'Available', stationId: 'S', connectorId: 1 }
    await call('POST', '/charging-events', {
      body: { events: [{ ...posted, timestamp: new Date().toISOString(), locationUid }] },
    })
    await stream.until('stations')
    await close()
    stream.close()
    await stream.ended
  }, 60_000)

  test('ends when the access is revoked', async () => {
    const locationUid = await makeLocation()
    const made = await call('POST', '/auth/tokens', { body: { name: unique('stream'), role: 'read' } })
    const stream = await openStream(locationUid, await exchange(made.body.refreshToken))
    await stream.until('resync')
    await call('DELETE', `/auth/tokens/${made.body.id}`)
    await stream.ended
    expect(stream.told[0]?.event).toBe('resync')
  })

  test('is a 404 for who does not see the location, and tells nothing of others', async () => {
    const [own, other] = [await makeLocation(), await makeLocation()]
    const made = await call('POST', '/auth/tokens', { body: { name: unique('s'), role: 'read', locationUids: [own] } })
    const token = await exchange(made.body.refreshToken)
    expect((await call('GET', `/locations/${other}/stream`, { token })).status).toBe(404)
    const stream = await openStream(own, token)
    await stream.until('resync')
    await call('PATCH', `/locations/${other}`, { body: { powerLimitkW: 5 } })
    await call('PATCH', `/locations/${own}`, { body: { powerLimitkW: 5 } })
    await stream.until('settings')
    expect(stream.told.filter(({ event }) => event === 'settings')).toHaveLength(1)
    stream.close()
    await stream.ended
  })
})
