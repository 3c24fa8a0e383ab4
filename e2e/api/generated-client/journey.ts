import createClient from 'openapi-fetch'
// The test generates this module from the running server's document and checks this file against it.
import type { paths } from 'readyline-api'

/** The ids that a run uses, and the instants of one stay as ISO strings. */
export type Night = { locationUid: string; vehicleId: string; macAddress: string; arrival: string; departure: string }

/**
 * What an integrator does with a client that a tool has generated for them: sign in, make a depot and a vehicle, post
 * a timetable, read it, change it, tell of a connection, and take it all away.
 * @returns what each step answered
 */
export async function journey(baseUrl: string, refreshToken: string, night: Night) {
  const { locationUid, vehicleId } = night
  const anonymous = createClient<paths>({ baseUrl })
  const signedIn = await anonymous.GET('/auth/refreshAccessToken', {
    headers: { Authorization: `Bearer ${refreshToken}` },
  })
  const api = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${signedIn.data?.token}` } })
  const vehicle = { path: { vehicleId } }

  const location = await api.PUT('/locations/{locationUid}', {
    params: { path: { locationUid } },
    body: { name: 'North', timeZone: 'Europe/Helsinki', powerLimitkW: 900 },
  })
  const created = await api.PUT('/vehicles/{vehicleId}', {
    params: vehicle,
    body: {
      fullChargeEnergykWh: 420,
      maxChargePowerkW: 150,
      locationUid,
      chargingPorts: [{ macAddress: night.macAddress, type: 'CCS2' }],
    },
  })
  const posted = await api.POST('/vehicles/{vehicleId}/schedules', {
    params: { ...vehicle, query: { maxRemoved: '0' } },
    body: {
      replaceFutureSchedules: true,
      schedules: [{ plannedArrivalTime: night.arrival, plannedDepartureTime: night.departure, targetSoC: 95 }],
    },
  })
  const id = posted.data?.ids[0] ?? ''
  const listed = await api.GET('/locations/{locationUid}/schedules', {
    params: { path: { locationUid }, query: { from: night.arrival, to: night.departure, plan: 'false' } },
  })
  const patched = await api.PATCH('/vehicles/{vehicleId}/schedules', {
    params: vehicle,
    body: { schedules: [{ id, targetSoC: 82 }] },
  })
  const active = await api.GET('/vehicles/{vehicleId}/schedules/active', { params: vehicle })
  const recorded = await api.POST('/charging-events', {
    body: {
      events: [
        { id: `${id}-1`, type: 'ev-connected', timestamp: night.arrival, macAddress: night.macAddress, soc: 40 },
      ],
    },
  })
  const removed = await api.DELETE('/vehicles/{vehicleId}/schedules/{scheduleId}', {
    params: { path: { vehicleId, scheduleId: id } },
  })
  const refused = await api.PATCH('/vehicles/{vehicleId}', {
    params: { ...vehicle, header: { 'If-Match': '"stale"' } },
    body: { notes: 'x' },
  })
  const unknown = await api.GET('/vehicles/{vehicleId}', { params: { path: { vehicleId: 'nobody' } } })
  return {
    statuses: [signedIn, location, created, posted, listed, patched, active, recorded, removed, refused, unknown].map(
      ({ response }) => response.status,
    ),
    id,
    firstListed: listed.data?.schedules[0]?.plannedArrivalTime,
    current: active.data?.currentOrNext?.targetSoC,
    event: recorded.data?.results[0]?.status,
    problem: unknown.error?.detail,
  }
}

/** What the generated types must not let through: each marked line has to be an error of the compiler. */
export function mistakes(api: ReturnType<typeof createClient<paths>>) {
  const params = { path: { vehicleId: 'x' } }
  const words = { id: 'x', targetSoC: 'full' }
  return [
    // @ts-expect-error there is no such path
    () => api.GET('/nothing', {}),
    // @ts-expect-error the vehicle is missing
    () => api.GET('/vehicles/{vehicleId}', {}),
    // @ts-expect-error a SoC is a number
    () => api.PATCH('/vehicles/{vehicleId}/schedules', { params, body: { schedules: [words] } }),
    // @ts-expect-error a name is text
    () => api.PUT('/vehicles/{vehicleId}', { params, body: { name: 12 } }),
    // @ts-expect-error an event needs a time
    () => api.POST('/charging-events', { body: { events: [{ id: 'x', type: 'meter' }] } }),
  ]
}
