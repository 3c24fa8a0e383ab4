import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { propertyKey } from '@/components/format/property-words'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import { type Answer, type CallOptions, call, unique } from '@/e2e/api/client'
import { callAs, cookieOf, PASSWORD, signIn } from '@/e2e/api/staff-client'
import { StationClient } from '@/e2e/api/station-client'
import { createTestDatabase, type TestDatabase } from '@/e2e/api/test-database'
import { listAudit } from '@/lib/audit/list-audit'
import { restoreRecorded } from '@/lib/audit/restore-recorded'
import { createPasswordReset } from '@/lib/auth/password-resets'
import { SYSTEM } from '@/lib/context'
import { AuditLog } from '@/lib/contract/audit'
import { operations } from '@/lib/contract/operations'
import { writeBackup } from '@/lib/db/backup/write-backup'
import { type Connection, connect } from '@/lib/db/client'
import { V16 } from '@/lib/ocpp/mapping/v16'
import { V201 } from '@/lib/ocpp/mapping/v201'

const BOOTSTRAP_REFRESH_TOKEN = 'bootstrap-token-of-the-test-of-the-audit-log'
const OWNER = { name: 'Aino Virta', email: 'aino@depot.example', password: PASSWORD }
const HOUR = 3_600_000

let database: TestDatabase
let connection: Connection
let api: ApiProcess
let token: string

// A database of its own: the first setup is a change too.
beforeAll(async () => {
  database = await createTestDatabase()
  connection = connect(database.url, { max: 2 })
  api = await startApi(database.url, {
    BOOTSTRAP_REFRESH_TOKEN,
    APP_SECRET: 'audit-test-secret-'.repeat(3),
    SETUP_TOKEN: 'setup-token-for-tests',
  })
  const refreshed = await call('GET', '/auth/refreshAccessToken', { url: api.url, token: BOOTSTRAP_REFRESH_TOKEN })
  token = refreshed.body.token
}, 120_000)
afterAll(async () => {
  await connection.close()
  await api.stop()
  await database.drop()
})

const ask = (method: string, path: string, options: CallOptions = {}) =>
  call(method, path, { url: api.url, token, ...options })
const put = (path: string, body: unknown) => ask('PUT', path, { body })

/** The entries that a call has made, by the id that its answer carries. */
async function entriesOf(answer: Answer) {
  const { body } = await ask('GET', '/audit?limit=1000')
  return AuditLog.parse(body).entries.filter(({ requestId }) => requestId === answer.headers.get('x-request-id'))
}

async function makeDepot() {
  const uid = unique('depot')
  await put(`/locations/${uid}`, { timeZone: 'Europe/Berlin' })
  return uid
}

async function makeBus() {
  const [id, uid] = [unique('bus'), await makeDepot()]
  await put(`/vehicles/${id}`, { locationUid: [uid], name: '12', fullChargeEnergykWh: 300, maxChargePowerkW: 100 })
  return { id, uid }
}

/** In whole seconds, as recurrence rules need it. */
const secondsFromNow = (hours: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 + hours * HOUR).toISOString()
const stayAt = (hours: number) => ({
  plannedArrivalTime: secondsFromNow(hours),
  plannedDepartureTime: secondsFromNow(hours + 8),
})

async function makeStay() {
  const { id, uid } = await makeBus()
  const answer = await ask('POST', `/vehicles/${id}/schedules`, { body: { schedules: [stayAt(1)] } })
  return { id, uid, scheduleId: answer.body.ids[0] as string, departure: stayAt(1).plannedDepartureTime }
}

/** A vehicle that is here and below its target. @returns the id of its schedule */
async function makeStayHere() {
  const [id, uid] = [unique('bus'), await makeDepot()]
  await put(`/vehicles/${id}`, { locationUid: [uid], fullChargeEnergykWh: 300, maxChargePowerkW: 100 })
  const { body } = await ask('POST', `/vehicles/${id}/schedules`, { body: { schedules: [stayAt(-1)] } })
  return body.ids[0] as string
}

async function makeStation() {
  const [id, uid] = [unique('station'), await makeDepot()]
  await put(`/stations/${id}`, { locationUid: uid, evses: [{ evseId: 1 }] })
  return { id, uid }
}

async function makeStaff() {
  const email = `${unique('staff')}@depot.example`
  const answer = await ask('POST', '/staff', { body: { name: 'Staff', email, password: PASSWORD, role: 'write' } })
  return { id: answer.body.id as string, email }
}

/** Each call that changes something, once: what it is made on is there before. */
const CHANGES: Record<string, () => Promise<Answer>> = {
  setup: () => ask('POST', '/setup', { token: null, body: { ...OWNER, token: 'setup-token-for-tests', demo: true } }),
  putLocation: () => put(`/locations/${unique('depot')}`, { timeZone: 'Europe/Berlin' }),
  patchLocation: async () => ask('PATCH', `/locations/${await makeDepot()}`, { body: { powerLimitkW: 300 } }),
  putVehicle: () => put(`/vehicles/${unique('bus')}`, { name: '12' }),
  patchVehicle: async () => ask('PATCH', `/vehicles/${(await makeBus()).id}`, { body: { name: '13' } }),
  deleteVehicle: async () => ask('DELETE', `/vehicles/${(await makeBus()).id}`),
  postSchedules: async () =>
    ask('POST', `/vehicles/${(await makeBus()).id}/schedules`, { body: { schedules: [stayAt(1)] } }),
  postScheduleBatch: async () => {
    const vehicles = [{ vehicleId: (await makeBus()).id, schedules: [stayAt(1)] }]
    return ask('POST', '/schedules/batch', { body: { vehicles } })
  },
  patchSchedules: async () => {
    const { id, scheduleId } = await makeStay()
    return ask('PATCH', `/vehicles/${id}/schedules`, { body: { schedules: [{ id: scheduleId, targetSoC: 70 }] } })
  },
  deleteSchedule: async () => {
    const { id, scheduleId } = await makeStay()
    return ask('DELETE', `/vehicles/${id}/schedules/${scheduleId}`)
  },
  swapSchedules: async () => {
    const uid = await makeDepot()
    const ids = [unique('bus'), unique('bus')]
    const stays: string[] = []
    for (const [index, id] of ids.entries()) {
      await put(`/vehicles/${id}`, { locationUid: [uid], fullChargeEnergykWh: 300, maxChargePowerkW: 100 })
      const { body } = await ask('POST', `/vehicles/${id}/schedules`, { body: { schedules: [stayAt(1 + index)] } })
      stays.push(body.ids[0])
    }
    return ask('POST', '/schedules/swap', { body: { schedules: stays.map((id) => ({ id })) } })
  },
  createImport: async () => {
    const vehicles = [{ vehicleId: unique('bus'), vehicle: { name: '12' }, schedules: [stayAt(1)] }]
    return ask('POST', '/imports', { body: { locationUid: await makeDepot(), vehicles } })
  },
  undoImport: async () => {
    const vehicles = [{ vehicleId: unique('bus'), vehicle: { name: '12' }, schedules: [stayAt(1)] }]
    const { body } = await ask('POST', '/imports', { body: { locationUid: await makeDepot(), vehicles } })
    return ask('POST', `/imports/${body.id}/undo`)
  },
  chargeNow: async () => ask('POST', `/schedules/${await makeStayHere()}/charge-now`),
  cancelChargeNow: async () => {
    const path = `/schedules/${await makeStayHere()}/charge-now`
    await ask('POST', path)
    return ask('DELETE', path)
  },
  putStation: async () => put(`/stations/${unique('station')}`, { locationUid: await makeDepot() }),
  patchStation: async () => ask('PATCH', `/stations/${(await makeStation()).id}`, { body: { name: 'North 1' } }),
  deleteStation: async () => ask('DELETE', `/stations/${(await makeStation()).id}`),
  createStationPassword: async () => ask('POST', `/stations/${(await makeStation()).id}/password`),
  createStationCommand: async () =>
    ask('POST', `/stations/${(await makeStation()).id}/commands`, { body: { type: 'reset' } }),
  assignStranger: async () => {
    const { id, uid } = await makeStation()
    const state = { evses: { 1: { pluggedAt: Date.now() - HOUR } } }
    await connection.sql`insert into station_state (station_id, state) values (${id}, ${JSON.stringify(state)}::text::jsonb)`
    const vehicleId = unique('bus')
    await put(`/vehicles/${vehicleId}`, { locationUid: [uid] })
    return ask('POST', `/stations/${id}/evses/1/vehicle`, { body: { vehicleId } })
  },
  acknowledgeAlarm: async () => {
    const uid = await makeDepot()
    const [row] = await connection.sql<{ key: string }[]>`
      insert into alarm (location_uid, kind, subject, about, cause, advice, since, noticed_at, raised_at)
      values (${uid}, 'station.fault', 'x', '{}', 'A fault.', 'Look.', now(), now(), now()) returning key`
    return ask('POST', `/alarms/alarm_${row?.key}/acknowledgement`, { body: { name: 'Aino' } })
  },
  putSimulation: () => put('/locations/demo/simulation', { running: true }),
  createToken: () => ask('POST', '/auth/tokens', { body: { name: 'Timetable', role: 'write' } }),
  deleteToken: async () => {
    const made = await ask('POST', '/auth/tokens', { body: { name: 'Timetable', role: 'write' } })
    return ask('DELETE', `/auth/tokens/${made.body.id}`)
  },
  createStaff: () =>
    ask('POST', '/staff', {
      body: { name: 'B', email: `${unique('b')}@depot.example`, password: PASSWORD, role: 'read' },
    }),
  patchStaff: async () => ask('PATCH', `/staff/${(await makeStaff()).id}`, { body: { role: 'read' } }),
  deleteStaff: async () => ask('DELETE', `/staff/${(await makeStaff()).id}`),
  resetPassword: async () => {
    const reset = await createPasswordReset(connection.db, (await makeStaff()).email, Date.now())
    const body = { token: reset.token, password: 'another long passphrase' }
    return ask('POST', '/session/password', { token: null, body })
  },
  signIn: async () => signIn((await makeStaff()).email, PASSWORD, { url: api.url }),
  patchSession: async () => {
    const cookie = cookieOf(await signIn((await makeStaff()).email, PASSWORD, { url: api.url }))
    return callAs(cookie, 'PATCH', '/session', { url: api.url, body: { language: 'fi' } })
  },
  signOut: async () => {
    const session = await signIn((await makeStaff()).email, PASSWORD, { url: api.url })
    return callAs(cookieOf(session), 'DELETE', '/session', { url: api.url })
  },
}

/** What changes nothing that somebody said: a plan is computed, and charging events are a record of their own. */
const NO_CHANGE = ['planLocation', 'postChargingEvents']

/** The paths of properties, those in lists and objects too. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => {
    const at = path === '' ? name : `${path}.${name}`
    return [at, ...pathsIn(one, at)]
  })
}

test('every call that writes is walked here', () => {
  const writing = Object.values(operations).filter(({ method }) => method !== 'GET')
  expect(writing.map(({ id }) => id).sort()).toEqual([...Object.keys(CHANGES), ...NO_CHANGE].sort())
})

describe('a change has an entry with its request', () => {
  test.each(Object.entries(CHANGES))('%s', async (_, change) => {
    const answer = await change()
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    const entries = await entriesOf(answer)
    expect(entries.length).toBeGreaterThan(0)
    for (const { from, by } of entries) expect([from, by.name.length > 0]).toEqual(['127.0.0.1', true])
    // A sign-in shows no properties. What a reader sees of the others has a name in each language.
    const shown = entries.filter(({ kind }) => kind !== 'session')
    const paths = shown.flatMap(({ kind, before, after }) =>
      pathsIn({ ...before, ...after }).map((path) => [kind, path] as const),
    )
    expect(paths.filter(([kind, path]) => propertyKey(kind, path) === undefined)).toEqual([])
  })
})

/** What each command line changes of what somebody said, and how that comes into the log. */
const COMMANDS: Record<string, 'nothing' | 'by the API' | 'with an entry'> = {
  ...{
    start: 'nothing',
    dev: 'nothing',
    build: 'nothing',
    'db:migrate': 'nothing',
    backup: 'nothing',
    plan: 'nothing',
  },
  ...{ import: 'by the API', simulate: 'by the API' },
  'reset-password': 'with an entry',
  restore: 'with an entry',
}
const OF_DEVELOPERS = /^(postinstall|typecheck|lint|format|test|bench)(:|$)/

describe('the command lines', () => {
  test('are all known here', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'))
    const commands = Object.keys(scripts).filter((name) => !OF_DEVELOPERS.test(name))
    expect(commands.sort()).toEqual(Object.keys(COMMANDS).sort())
  })

  test('have an entry by Readyline itself for a link that lets somebody in', async () => {
    const { id, email } = await makeStaff()
    await createPasswordReset(connection.db, email, Date.now())
    const { body } = await ask('GET', `/audit?objectId=${id}&limit=1`)
    expect(AuditLog.parse(body).entries).toMatchObject([{ kind: 'staff', action: 'changed', by: { kind: 'system' } }])
  })

  test('have an entry by Readyline itself for a restore, the last one of the log that was restored', async () => {
    const file = join(tmpdir(), `${unique('audit')}.gz`)
    const copy = await createTestDatabase()
    const logOf = async ({ db }: Connection) =>
      (await listAudit({ db, who: SYSTEM, now: Date.now() }, { limit: 1_000 })).entries
    try {
      const before = await logOf(connection)
      await writeBackup(database.url, file)
      const { madeAt } = await restoreRecorded(copy.url, file, { replace: false, now: Date.now() })
      const restored = connect(copy.url, { max: 1 })
      const [ofRestore, ...entries] = await logOf(restored)
      await restored.close()
      expect(ofRestore).toMatchObject({ kind: 'backup', by: { kind: 'system' }, after: { madeAt } })
      // Charging at once ends by itself in a depot of this test: the log may grow around the moment of the backup.
      expect(entries).toEqual(expect.arrayContaining(before))
      expect(await logOf(connection)).toEqual(expect.arrayContaining(entries))
    } finally {
      await copy.drop()
      await rm(file, { force: true })
    }
  })
})

/** One of each message that the gateway understands, in the order in which a station sends them. */
function messagesOf(vehicleId: string): Record<'ocpp1.6' | 'ocpp2.0.1', Record<string, object>> {
  const timestamp = new Date().toISOString()
  const sample = { timestamp, sampledValue: [{ value: '12', measurand: 'Energy.Active.Import.Register' }] }
  const evse = { id: 1, connectorId: 1 }
  const idToken = { idToken: vehicleId, type: 'ISO14443' }
  const event = { generatedAt: timestamp, tbc: false, seqNo: 0 }
  const component = { component: { name: 'Connector', evse }, variable: { name: 'Problem' } }
  const data = {
    eventId: 1,
    timestamp,
    trigger: 'Alerting',
    actualValue: 'true',
    eventNotificationType: 'HardWiredMonitor',
  }
  return {
    'ocpp1.6': {
      BootNotification: { chargePointVendor: 'Maker', chargePointModel: 'One' },
      Heartbeat: {},
      StatusNotification: { connectorId: 1, status: 'Faulted', errorCode: 'OtherError', timestamp },
      Authorize: { idTag: vehicleId },
      StartTransaction: { connectorId: 1, idTag: vehicleId, meterStart: 0, timestamp },
      MeterValues: { connectorId: 1, transactionId: 1, meterValue: [sample] },
      StopTransaction: { transactionId: 1, meterStop: 900, timestamp },
      DataTransfer: { vendorId: 'Maker' },
      DiagnosticsStatusNotification: { status: 'Idle' },
      FirmwareStatusNotification: { status: 'Idle' },
    },
    'ocpp2.0.1': {
      BootNotification: { reason: 'PowerUp', chargingStation: { vendorName: 'Maker', model: 'Two' } },
      Heartbeat: {},
      StatusNotification: { timestamp, connectorStatus: 'Occupied', evseId: 1, connectorId: 1 },
      Authorize: { idToken },
      TransactionEvent: {
        ...{ eventType: 'Started', timestamp, triggerReason: 'CablePluggedIn', seqNo: 0, evse, idToken },
        transactionInfo: { transactionId: unique('tx'), chargingState: 'Charging' },
      },
      MeterValues: { evseId: 1, meterValue: [{ ...sample, sampledValue: [{ value: 12 }] }] },
      NotifyEvent: { ...event, eventData: [{ ...data, ...component }] },
      NotifyReport: { ...event, requestId: 1, reportData: [] },
      NotifyChargingLimit: { chargingLimit: { chargingLimitSource: 'EMS' } },
      ClearedChargingLimit: { chargingLimitSource: 'EMS' },
      SecurityEventNotification: { type: 'StartupOfTheDevice', timestamp },
      FirmwareStatusNotification: { status: 'Idle' },
      LogStatusNotification: { status: 'Idle' },
      DataTransfer: { vendorId: 'Maker' },
      NotifyEVChargingNeeds: { evseId: 1, chargingNeeds: { requestedEnergyTransfer: 'DC' } },
    },
  }
}

const UNDERSTOOD = { 'ocpp1.6': V16, 'ocpp2.0.1': V201 }

describe.each(['ocpp1.6', 'ocpp2.0.1'] as const)('what a station says by %s', (protocol) => {
  test('is walked here, message by message', () => {
    expect(Object.keys(messagesOf('x')[protocol]).sort()).toEqual(Object.keys(UNDERSTOOD[protocol]).sort())
  })

  test('changes nothing that somebody said, and has no entry', async () => {
    const { id: stationId, uid } = await makeStation()
    const { password } = (await ask('POST', `/stations/${stationId}/password`)).body
    const vehicleId = unique('bus')
    await put(`/vehicles/${vehicleId}`, { locationUid: [uid], tokens: [vehicleId], fullChargeEnergykWh: 300 })
    const said = async () => {
      const paths = [`/stations/${stationId}`, `/vehicles/${vehicleId}`, `/locations/${uid}`]
      return Promise.all(paths.map(async (path) => (await ask('GET', path)).headers.get('etag')))
    }
    // Of this depot: in the others of this test something may end by itself meanwhile.
    const log = async () => AuditLog.parse((await ask('GET', `/audit?locationUid=${uid}`)).body).entries
    const before = [await said(), await log()]
    const client = await StationClient.connect({ id: stationId, password }, { url: api.url, protocols: [protocol] })
    for (const [action, payload] of Object.entries(messagesOf(vehicleId)[protocol])) await client.ask(action, payload)
    await client.close()
    expect([await said(), await log()]).toEqual(before)
  })
})

test('an entry says who, what, and which properties were what before', async () => {
  const { id, uid } = await makeBus()
  const [entry, ...more] = await entriesOf(
    await ask('PATCH', `/vehicles/${id}`, { body: { name: '13', notes: 'new' } }),
  )
  expect(more).toEqual([])
  expect(entry).toMatchObject({
    by: { kind: 'token', name: 'BOOTSTRAP_REFRESH_TOKEN' },
    ...{ kind: 'vehicle', objectId: id, action: 'changed', vehicleId: id, locationUids: [uid] },
    ...{ before: { name: '12' }, after: { name: '13', notes: 'new' } },
  })
})

test('what is sent again, refused, or only tried has no entry', async () => {
  const { id, scheduleId } = await makeStay()
  const vehicle = { name: '12' }
  await put(`/vehicles/${id}`, vehicle)
  const schedules = [stayAt(30)]
  const silent = [
    await put(`/vehicles/${id}`, vehicle),
    await ask('POST', `/vehicles/${id}/schedules?dryRun=true`, { body: { schedules } }),
    await ask('PATCH', `/vehicles/${id}/schedules`, { body: { schedules: [{ id: scheduleId, targetSoC: 200 }] } }),
  ]
  for (const answer of silent) expect(await entriesOf(answer)).toEqual([])
})

test('a timetable that is reconciled names each stay that was added, moved and removed, and no other', async () => {
  const { id } = await makeBus()
  const post = (schedules: unknown[]) =>
    ask('POST', `/vehicles/${id}/schedules`, { body: { schedules, replaceFutureSchedules: true } })
  const [kept, moved, removed] = [stayAt(1), stayAt(20), stayAt(40)]
  const first = await post([kept, moved, removed])
  const added = stayAt(60)
  const later = { ...moved, targetSoC: 70 }
  const second = await post([kept, later, added])
  const [, movedId, removedId] = first.body.ids
  const addedId = second.body.ids[2]
  const entries = await entriesOf(second)
  expect(new Set(entries.map(({ action, objectId }) => `${action} ${objectId}`))).toEqual(
    new Set([`created ${addedId}`, `changed ${movedId}`, `deleted ${removedId}`]),
  )
  expect(entries.find(({ objectId }) => objectId === movedId)?.after).toEqual({ targetSoC: 70 })
})

test('an occurrence that is skipped has an entry, though its rule stays as it is', async () => {
  const { id, uid } = await makeBus()
  const rule = { ...stayAt(1), recurrenceRule: 'FREQ=DAILY' }
  const posted = await ask('POST', `/vehicles/${id}/schedules`, { body: { schedules: [rule] } })
  const [from, to] = [Date.now() + 20 * HOUR, Date.now() + 80 * HOUR]
  const { body } = await ask('GET', `/locations/${uid}/schedules?from=${from}&to=${to}`)
  const [occurrence] = body.schedules
  const entries = await entriesOf(await ask('DELETE', `/vehicles/${id}/schedules/${occurrence.id}`))
  expect(entries).toMatchObject([{ kind: 'schedule', action: 'deleted', objectId: occurrence.id, vehicleId: id }])
  expect(occurrence.id).not.toBe(posted.body.ids[0])
})

test('who changed a rule is found at each of its occurrences, which have no entry of their own', async () => {
  const { id, uid } = await makeBus()
  const rule = { ...stayAt(1), recurrenceRule: 'FREQ=DAILY', targetSoC: 80 }
  const posted = await ask('POST', `/vehicles/${id}/schedules`, { body: { schedules: [rule] } })
  const [ruleId] = posted.body.ids
  const [from, to] = [Date.now() + 20 * HOUR, Date.now() + 80 * HOUR]
  const { body } = await ask('GET', `/locations/${uid}/schedules?from=${from}&to=${to}`)
  const [first, second] = body.schedules
  await ask('DELETE', `/vehicles/${id}/schedules/${first.id}`)
  const of = async (objectId: string) =>
    AuditLog.parse((await ask('GET', `/audit?objectId=${objectId}`)).body).entries.map((entry) => entry.objectId)
  expect(await of(first.id)).toEqual([first.id, ruleId])
  expect(await of(second.id)).toEqual([ruleId])
  expect(await of(ruleId)).toEqual([ruleId])
})

test('no entry can be changed or removed, also not in the database', async () => {
  await makeDepot()
  const sql = connection.sql
  await expect(sql`update audit_entry set by_name = 'nobody'`).rejects.toThrow(/never changed or removed/)
  await expect(sql`delete from audit_entry`).rejects.toThrow(/never changed or removed/)
  await expect(sql`truncate audit_entry`).rejects.toThrow(/never changed or removed/)
})

test('no secret is in an entry', async () => {
  const { id } = await makeStation()
  const { password } = (await ask('POST', `/stations/${id}/password`)).body
  const made = await ask('POST', '/auth/tokens', { body: { name: 'Secret', role: 'read' } })
  const [row] = await connection.sql`
    select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), '') as all from audit_entry`
  for (const secret of [password, made.body.refreshToken, PASSWORD]) expect(row?.all).not.toContain(secret)
})

test('filters choose, and pages go on where the one before ended', async () => {
  const { id } = await makeStay()
  await ask('PATCH', `/vehicles/${id}`, { body: { name: '13' } })
  const all = AuditLog.parse((await ask('GET', `/audit?vehicleId=${id}`)).body).entries
  expect(all.map(({ kind, action }) => `${kind} ${action}`)).toEqual([
    ...['vehicle changed', 'schedule created', 'vehicle created'],
  ])
  const only = async (query: string) => (await ask('GET', `/audit?vehicleId=${id}&${query}`)).body.entries
  expect(await only('kind=schedule')).toEqual([all[1]])
  expect(await only('action=changed')).toEqual([all[0]])
  expect(await only(`objectId=${id}`)).toEqual([all[0], all[2]])
  expect(await only('by=nobody')).toEqual([])
  expect(await only(`to=${Date.parse('2020-01-01T00:00:00Z')}`)).toEqual([])
  const page = await ask('GET', `/audit?vehicleId=${id}&limit=2`)
  expect(page.body.entries).toEqual(all.slice(0, 2))
  expect((await ask('GET', `/audit?vehicleId=${id}&before=${page.body.before}`)).body).toEqual({
    entries: all.slice(2),
  })
  for (const wrong of ['limit=0', 'before=12', 'kind=bus', 'from=yesterday'])
    expect((await ask('GET', `/audit?${wrong}`)).status).toBe(400)
})

test('only an administrator reads it, and one of a location what concerns that location', async () => {
  const { uid, id } = await makeBus()
  const other = await makeBus()
  const made = async (role: string, locationUids?: string[]) => {
    const answer = await ask('POST', '/auth/tokens', { body: { name: unique('t'), role, locationUids } })
    return (await ask('GET', '/auth/refreshAccessToken', { token: answer.body.refreshToken })).body.token as string
  }
  expect((await ask('GET', '/audit', { token: await made('write') })).status).toBe(401)
  const seen = AuditLog.parse((await ask('GET', '/audit', { token: await made('admin', [uid]) })).body).entries
  const objects = seen.map(({ objectId }) => objectId)
  expect(objects).toEqual(expect.arrayContaining([uid, id]))
  expect(objects).not.toContain(other.id)
})

test('an administrator of a location sees neither people who reach further nor the ids of other locations', async () => {
  const [own, other] = [await makeDepot(), await makeDepot()]
  const staff = async (locationUids: string[]) => {
    const body = {
      name: 'Staff',
      email: `${unique('s')}@depot.example`,
      password: PASSWORD,
      role: 'write',
      locationUids,
    }
    return (await ask('POST', '/staff', { body })).body.id as string
  }
  const [near, far] = [await staff([own]), await staff([own, other])]
  const id = unique('bus')
  await put(`/vehicles/${id}`, { locationUid: [own, other] })
  const moved = await staff([own])
  await ask('PATCH', `/staff/${moved}`, { body: { locationUids: [other] } })
  const made = await ask('POST', '/auth/tokens', { body: { name: unique('t'), role: 'admin', locationUids: [own] } })
  const narrow = await ask('GET', '/auth/refreshAccessToken', { token: made.body.refreshToken })
  const answer = await ask('GET', '/audit?limit=1000', { token: narrow.body.token })
  const { entries } = AuditLog.parse(answer.body)
  const objects = entries.map(({ objectId }) => objectId)
  expect(objects).toContain(near)
  expect(objects).not.toContain(far)
  expect(entries.find(({ objectId }) => objectId === id)).toMatchObject({
    ...{ locationUids: [own], after: { locationUid: [own] } },
  })
  expect(JSON.stringify(answer.body)).not.toContain(other)
})

test('a token that signs out ends no session, and has no entry', async () => {
  const made = await ask('POST', '/auth/tokens', { body: { name: unique('t'), role: 'read' } })
  const access = await ask('GET', '/auth/refreshAccessToken', { token: made.body.refreshToken })
  const answer = await ask('DELETE', '/session', { token: access.body.token })
  expect(await entriesOf(answer)).toEqual([])
})
