import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect as dial } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TransactionSql } from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { insertDepot, insertStation } from '@/lib/ocpp/fixtures/station-rows'
import { Gateway } from '@/lib/ocpp/gateway'

const PATIENCE = { timeout: 20_000, interval: 50 }
let scratch: ScratchDatabase
let server: Server
let gateway: Gateway

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql } = scratch.connection
  await insertDepot(sql, 'north')
  await insertStation(sql, 'north', 'CP', { allowWithoutPassword: true })
  await sql.unsafe(`
    create table seen_status (key serial, status text);
    create function see_status() returns trigger language plpgsql as $$
      begin insert into seen_status (status) values (new.status); return new; end $$;
    create trigger seen after update on station_command for each row execute function see_status();`)
  server = createServer()
  server.on('upgrade', (incoming, socket, head) => gateway.handleUpgrade(incoming.url ?? '', incoming, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await gateway.close()
  await scratch.drop()
})
beforeEach(async () => {
  await gateway?.close()
  gateway = new Gateway(scratch.url)
  await scratch.connection.sql`truncate station_command`
  await scratch.connection.sql`insert into station_state (station_id, connection_id, state) values ('CP', null, '{}')
    on conflict (station_id) do update set connection_id = null`
})

const connect = () => new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/ocpp/CP`, ['ocpp1.6'])

const connectionId = async () =>
  (await scratch.connection.sql`select connection_id from station_state where station_id = 'CP'`)[0]?.connection_id

/** Statements that wait for a lock, of those that hold these words. */
const waiting = (words = '') =>
  scratch.connection.sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    and position(${words} in query) > 0`

/** A station that is let in while its row is held, so that its connection does not count yet. */
async function whileComing(work: (client: WebSocket, holding: TransactionSql) => Promise<void>): Promise<WebSocket> {
  let client: WebSocket | undefined
  await scratch.connection.sql.begin(async (holding) => {
    await holding`select from station_state where station_id = 'CP' for update`
    client = connect()
    await once(client, 'open')
    await expect.poll(waiting, PATIENCE).toHaveLength(1)
    await work(client, holding)
  })
  return client as WebSocket
}

test('a station that is gone before its connection counts is not shown as connected', async () => {
  await whileComing(async (client) => {
    const { _socket: socket } = client as unknown as { _socket: { resetAndDestroy: () => void } }
    client.on('error', () => {})
    socket.resetAndDestroy()
    await once(client, 'close')
  })
  await expect
    .poll(async () => (await scratch.connection.sql`select state from station_state`).length, PATIENCE)
    .toBe(1)
  await expect.poll(waiting, PATIENCE).toHaveLength(0)
  await expect.poll(connectionId, PATIENCE).toBeNull()
})

test('of connections of one station that begin together the last counts, and the others are told so at once', async () => {
  const others: WebSocket[] = []
  const first = await whileComing(async () => {
    for (let n = 0; n < 2; n += 1) {
      const other = connect()
      others.push(other)
      await once(other, 'open')
    }
  })
  const [second, last] = others as [WebSocket, WebSocket]
  const codes = await Promise.all([first, second].map((client) => once(client, 'close')))
  expect(codes.map(([code]) => code)).toEqual([1008, 1008])
  expect(last.readyState).toBe(WebSocket.OPEN)
  last.close()
  await expect.poll(connectionId, PATIENCE).toBeNull()
})

test('a station that comes while the process stops is sent elsewhere', async () => {
  let closing: Promise<void> | undefined
  const client = await whileComing(async () => {
    closing = gateway.close()
  })
  const [code] = await once(client, 'close')
  expect(code).toBe(1012)
  await closing
})

test('a command that is taken for a station that goes meanwhile waits for it, and is told to it when it is back', async () => {
  const { sql } = scratch.connection
  const first = connect()
  await once(first, 'open')
  await expect.poll(connectionId, PATIENCE).not.toBeNull()
  await sql`truncate seen_status`
  await sql.begin(async (holding) => {
    // The command is there, and can be taken only when the station has gone.
    await holding`lock table station_command in share row exclusive mode`
    await holding`insert into station_command (station_id, type, payload, status, created_by, created_at, updated_at)
      values ('CP', 'reset', '{}', 'waiting', 'test', now(), now())`
    await sql`select pg_notify('station_command', 'CP')`
    await expect.poll(() => waiting("set status = 'sent'"), PATIENCE).not.toHaveLength(0)
    first.close()
    await expect.poll(connectionId, PATIENCE).toBeNull()
  })
  const seen = async () => (await sql`select status from seen_status order by key`).map(({ status }) => status)
  await expect.poll(seen, PATIENCE).toEqual(['sent', 'waiting'])
  const second = connect()
  const [told] = await once(second, 'message')
  expect(JSON.parse(String(told))[2]).toBe('Reset')
  second.close()
})

test('that a connection has ended is written down later where it could not be at once', async () => {
  const { sql } = scratch.connection
  const client = connect()
  await once(client, 'open')
  await expect.poll(connectionId, PATIENCE).not.toBeNull()
  // A sequence counts on where its transaction is taken back.
  await sql.unsafe(`
    create sequence tries minvalue 0;
    create function fail() returns trigger language plpgsql as $$
      begin perform nextval('tries'); raise 'not now'; end $$;
    create trigger fails before update on station_state for each row when (new.connection_id is null)
      execute function fail();`)
  client.close()
  const tries = async () => Number((await sql`select last_value from tries where is_called`)[0]?.last_value ?? -1)
  await expect.poll(tries, PATIENCE).toBeGreaterThanOrEqual(0)
  await sql.unsafe('drop trigger fails on station_state')
  await expect.poll(connectionId, PATIENCE).toBeNull()
})

test('a station that sends what is no WebSocket frame before its connection counts stops nothing', async () => {
  let closing: Promise<void> | undefined
  const client = await whileComing(async (coming) => {
    const { _socket: socket } = coming as unknown as { _socket: { write: (bytes: Buffer) => void } }
    socket.write(Buffer.alloc(8, 0xff))
    closing = gateway.close()
  })
  const [code] = await once(client, 'close')
  expect(code).toBe(1012)
  await closing
})

test('a station that closes in order before it is let in is not let in, and its socket is closed', async () => {
  const letIn = vi.spyOn(WebSocketServer.prototype, 'handleUpgrade')
  const { port } = server.address() as AddressInfo
  const client = dial(port, '127.0.0.1')
  const ended = once(client, 'close')
  await scratch.connection.sql.begin(async (holding) => {
    await holding`lock table charging_station in access exclusive mode`
    const knocks = once(server, 'upgrade')
    client.write(
      ['GET /ocpp/CP HTTP/1.1', 'Host: test', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
        .concat('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: ocpp1.6', '', '')
        .join('\r\n'),
    )
    const [, socket] = (await knocks) as [unknown, Duplex]
    await expect.poll(waiting, PATIENCE).not.toHaveLength(0)
    client.end()
    await expect.poll(() => socket.readableEnded, PATIENCE).toBe(true)
  })
  await ended
  expect(letIn).not.toHaveBeenCalled()
  letIn.mockRestore()
})
