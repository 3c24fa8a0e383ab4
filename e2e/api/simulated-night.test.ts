import { expect, test } from 'vitest'
import { adminToken, call, makeLocation, makeVehicle, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { playNight } from '@/lib/simulator/play-night'
import { prepareDepot } from '@/lib/simulator/prepare-depot'

const MINUTE = 60_000
const NIGHT_MINUTES = 600
const SPEED = 900

/** The public API as the simulator calls it. */
async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await call(method, path, { body })
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body as T
}

/** Plans a location again and again, as a worker does. */
async function planUntil(uid: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await call('POST', `/locations/${uid}/plan`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

// The night is played in accelerated time: a machine that is busy with something else may miss it once.
const NIGHT = { timeout: 240_000, retry: 2 }

test(
  'a night with simulated chargers of both versions: everybody finds a place and charges, and the limit holds',
  NIGHT,
  async () => {
    await adminToken()
    const locationUid = await makeLocation({ powerLimitkW: 240, departureMarginMinutes: 10 })
    const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()
    for (let bus = 0; bus < 4; bus += 1) {
      const vehicleId = await makeVehicle({ locationUid, chargingPorts: [{ macAddress: uniqueMac(), type: 'CCS2' }] })
      const schedule = { plannedArrivalTime: at(10 + bus * 20), plannedDepartureTime: at(NIGHT_MINUTES), startSoC: 40 }
      await api('POST', `/vehicles/${vehicleId}/schedules`, { schedules: [{ ...schedule, targetSoC: 80 }] })
    }
    const url = given('apiUrl')
    const { stays, stations } = await prepareDepot(api, { url, locationUid, speed: SPEED, now: Date.now() })
    expect(stays).toHaveLength(4)
    const end = new AbortController()
    const planning = planUntil(`${locationUid}-sim`, end.signal)
    const played = { stations, stays, faults: {}, signal: end.signal, everyMs: 250, say: () => {} }
    const report = await playNight(played)
    end.abort()
    await planning
    expect(report).toMatchObject({ missing: [], withoutPlace: [] })
    expect(report.departures).toHaveLength(4)
    for (const { soc } of report.departures) expect(soc).toBeGreaterThan(45)
    expect(report.peakKw).toBeLessThanOrEqual(240.5)
  },
)
