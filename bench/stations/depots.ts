import { call } from '@/bench/fleet/fleet-calls'
import { SimulatedStation } from '@/lib/simulator/simulated-station'
import { HOUR_MS } from '@/lib/time/interval'

export type Api = { url: string; token: string }

const AT_ONCE = 6
const MAX_KW = 150
const LIMIT_KW_A_STATION = 30
const REPORT_EVERY_MS = 30_000
/** A depot with one station that measures nothing: what its stream tells is what was done there. */
export const QUIET = 'quiet'
const NEVER_MS = 24 * HOUR_MS

export type BenchStation = SimulatedStation & { locationUid: string }

/** What the stations of the bench have told: when each was served last (epoch ms), and who hears of calls. */
export type Heard = { servedAt: Map<string, number>; onTold: (id: string, action: string) => void }

export const depotUid = (index: number) => `depot-${String(index + 1).padStart(2, '0')}`
export const limitKw = (stations: number) => stations * LIMIT_KW_A_STATION

/** Makes depots of stations with a vehicle each, through the API, and the stations themselves, which connect to `to`. */
export async function makeDepots(
  api: Api,
  { depots, stations, to, heard }: { depots: number; stations: number; to: string; heard: Heard },
): Promise<BenchStation[]> {
  const each = Math.ceil(stations / depots)
  for (let index = 0; index < depots; index += 1) await makeDepot(api, depotUid(index), each)
  await makeDepot(api, QUIET, 1)
  const places = Array.from({ length: stations }, (_, n) => ({ uid: depotUid(Math.floor(n / each)), n: n % each }))
  return inTurns([...places, { uid: QUIET, n: 0 }], (place) => makeStation(api, place, { to, heard }))
}

async function makeDepot(api: Api, uid: string, vehicles: number): Promise<void> {
  const body = { name: uid, timeZone: 'UTC', powerLimitkW: limitKw(vehicles), strategy: 'balanced' }
  await call(api.url, api.token, 'PUT', `/locations/${uid}`, body)
  await inTurns(
    Array.from({ length: vehicles }, (_, n) => n),
    (n) =>
      call(api.url, api.token, 'PUT', `/vehicles/${uid}.${n + 1}`, {
        ...{
          name: `Bus ${n + 1}`,
          locationUid: uid,
          fullChargeEnergykWh: 300 + (n % 3) * 60,
          maxChargePowerkW: MAX_KW,
        },
        ...{ supportsPauseResume: true, chargingPorts: [{ macAddress: macOf(uid, n), type: 'CCS2' }] },
      }),
  )
  await call(api.url, api.token, 'POST', '/schedules/batch', {
    vehicles: Array.from({ length: vehicles }, (_, n) => ({
      vehicleId: `${uid}.${n + 1}`,
      replaceFutureSchedules: true,
      schedules: [
        {
          ...{ locationUid: uid, startSoC: 30, targetSoC: 90 },
          plannedArrivalTime: new Date(Date.now() - HOUR_MS).toISOString(),
          plannedDepartureTime: new Date(Date.now() + (7 + (n % 9) / 4) * HOUR_MS).toISOString(),
        },
      ],
    })),
  })
}

async function makeStation(
  api: Api,
  { uid, n }: { uid: string; n: number },
  { to, heard }: { to: string; heard: Heard },
): Promise<BenchStation> {
  const id = `${uid}-CP-${n + 1}`
  const evses = [{ evseId: 1, maxPowerkW: MAX_KW, connectors: [{ connectorId: 1, type: 'CCS2' }] }]
  await call(api.url, api.token, 'PUT', `/stations/${id}`, { locationUid: uid, evses })
  const { password } = (await call(api.url, api.token, 'POST', `/stations/${id}/password`)) as { password: string }
  const station = new SimulatedStation({
    ...{ url: to, id, password, evses: 1, maxPowerKw: MAX_KW, meterError: 0, clockBehindMs: 0 },
    protocol: n % 2 === 0 ? 'ocpp2.0.1' : 'ocpp1.6',
    reportEveryMs: uid === QUIET ? NEVER_MS : REPORT_EVERY_MS,
    onServed: () => heard.servedAt.set(id, Date.now()),
    onTold: (action) => heard.onTold(id, action),
  })
  station.place(1, {
    ...{ vehicleId: `${uid}.${n + 1}`, macAddress: macOf(uid, n), hidesSoc: false, takes: 1 },
    battery: { capacityKwh: 300 + (n % 3) * 60, maxPowerKw: MAX_KW, soc: 30 },
  })
  return Object.assign(station, { locationUid: uid })
}

function macOf(uid: string, n: number): string {
  const depot = uid === QUIET ? 255 : Number(uid.slice(-2))
  return ['02', '5E', '00', ...[depot, n >> 8, n & 255].map((byte) => byte.toString(16).padStart(2, '0'))]
    .join(':')
    .toUpperCase()
}

/** Does something for each, a few at once. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = [...items.entries()]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1])
    }),
  )
  return results
}
