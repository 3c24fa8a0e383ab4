import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, unique } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { HOUR_MS } from '@/lib/time/interval'
import { bundle } from '@/scripts/bundle.mjs'

let folder: string
let command: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readyline-import-'))
  command = await bundle('import')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the import command as a person would and returns what it said. */
async function importFile(
  file: object,
  ...options: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const path = join(folder, `${unique('file')}.json`)
  await writeFile(path, JSON.stringify(file))
  const connection = ['--url', given('apiUrl'), '--token', given('bootstrapToken')]
  const child = spawn(process.execPath, [command, path, ...connection, ...options])
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.err += chunk))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, ...said }
}

/** A fleet whose every bus stays at home each night of a week of 2014. */
function oldWeek(buses: number) {
  const ids = Array.from({ length: buses }, () => unique('bus'))
  const monday = Date.UTC(2014, 9, 6, 18)
  const schedules = ids.flatMap((vehicleId) =>
    Array.from({ length: 7 }, (_, night) => ({
      vehicleId,
      plannedArrivalTime: new Date(monday + night * 24 * HOUR_MS).toISOString(),
      plannedDepartureTime: new Date(monday + night * 24 * HOUR_MS + 10 * HOUR_MS).toISOString(),
      startSoC: 40,
      targetSoC: 95,
    })),
  )
  return {
    ids,
    file: { vehicles: ids.map((id) => ({ id, name: id, fullChargeEnergykWh: 420, maxChargePowerkW: 150 })), schedules },
  }
}

const schedulesOf = async (uid: string) => (await call('GET', `/locations/${uid}/schedules?plan=false`)).body.schedules

describe('npm run import', () => {
  test('loads a whole week around now into a depot that it makes, and changes nothing the second time', async () => {
    const uid = unique('depot')
    const { ids, file } = oldWeek(25)
    const first = await importFile(file, '--location', uid, '--shift-to-now', '--time-zone', 'America/Los_Angeles')
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('Vehicles:  25 new, 0 changed, 0 unchanged')
    expect(first.out).toContain('Schedules: 175 new, 0 changed, 0 unchanged')
    const stored = await schedulesOf(uid)
    expect(stored).toHaveLength(175)
    expect(new Set(stored.map((schedule: { evId: string }) => schedule.evId))).toEqual(new Set(ids))
    expect((await call('GET', `/locations/${uid}`)).body.timeZone).toBe('America/Los_Angeles')
    const second = await importFile(file, '--location', uid, '--shift-to-now')
    expect(second.out).toContain('Vehicles:  0 new, 0 changed, 25 unchanged')
    expect(second.out).toContain('Schedules: 0 new, 0 changed, 175 unchanged')
    expect(await schedulesOf(uid)).toEqual(stored)
  })

  test('names every bad row and loads nothing, unless told to skip them', async () => {
    const uid = unique('depot')
    const { ids, file } = oldWeek(2)
    const bad = [
      { ...file.schedules[0], targetSoC: 120 },
      { ...file.schedules[1], plannedDepartureTime: '2014-10-06' },
      { ...file.schedules[2], vehicleId: 'no id!' },
    ]
    const mixed = { vehicles: file.vehicles, schedules: [...file.schedules.slice(3), ...bad] }
    const options = ['--location', uid, '--shift-to-now']
    const refused = await importFile(mixed, ...options)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('3 rows are not valid')
    for (const row of ['schedules[11]', 'schedules[12]', 'schedules[13]']) expect(refused.err).toContain(row)
    expect((await call('GET', `/vehicles/${ids[0]}`)).status).toBe(404)
    expect((await call('GET', `/locations/${uid}`)).status).toBe(404)
    expect((await importFile(mixed, ...options, '--skip-invalid')).code).toBe(0)
    expect(await schedulesOf(uid)).toHaveLength(11)
  })

  test('writes nothing when the depot has something else at that time, and says what', async () => {
    const uid = unique('depot')
    const { ids, file } = oldWeek(2)
    await importFile({ vehicles: file.vehicles, schedules: [] }, '--location', uid)
    await call('PUT', `/locations/${uid}`, { body: {} })
    const arrival = Date.now() + 24 * HOUR_MS
    const stay = (from: number, to: number) => ({
      plannedArrivalTime: new Date(from).toISOString(),
      plannedDepartureTime: new Date(to).toISOString(),
      locationUid: uid,
    })
    await call('POST', `/vehicles/${ids[1]}/schedules`, { body: { schedules: [stay(arrival, arrival + 5 * HOUR_MS)] } })
    const before = await schedulesOf(uid)
    const conflicting = ids.map((vehicleId) => ({ vehicleId, ...stay(arrival + HOUR_MS, arrival + 6 * HOUR_MS) }))
    const refused = await importFile({ schedules: conflicting }, '--location', uid)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(ids[1])
    expect(await schedulesOf(uid)).toEqual(before)
  })

  test.each([
    [[], /token/],
    [['--url', 'nonsense', '--token', 'x'], /--url/],
    [['--token', 'x', '--time-zone', 'Mars/Base'], /zone/],
  ])('a mistake in the command line (%j) is exit code 2 with a sentence', async (options, sentence) => {
    const path = join(folder, 'empty.json')
    await writeFile(path, '{"vehicles":[]}')
    const child = spawn(process.execPath, [command, path, ...options], {
      env: { ...process.env, READYLINE_TOKEN: undefined },
    })
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2)
    expect(said).toMatch(sentence)
  })
})
