'use client'

import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { livePace, SLOW_MS } from '@/app/(depot)/_data/pace'
import { type AskedStays, timelineRequest } from '@/components/timeline/asked-stays'
import type { EvSchedule } from '@/lib/contract/schedule'

const SETTLED_MS = 5 * 60_000

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => (await call('getSession', 'GET /session', {}, signal)).body,
  staleTime: SETTLED_MS,
})

export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: async ({ signal }) => (await call('listLocations', 'GET /locations', {}, signal)).body.locations,
  staleTime: SETTLED_MS,
})

/** The readiness board of the next hours; asked for again while it is looked at. */
export function readinessQuery(locationUid: string, hours: number) {
  return queryOptions({
    queryKey: ['readiness', locationUid, hours],
    queryFn: async ({ signal }) =>
      (
        await call(
          'getReadiness',
          'GET /locations/{locationUid}/readiness',
          { params: { locationUid }, query: { hours: String(hours) } },
          signal,
        )
      ).body,
    refetchInterval: livePace,
    placeholderData: keepPreviousData,
  })
}

/**
 * A text that changes whenever the depot is to be planned again or has been: the shortest board, of which only the last
 * plan and the counts are looked at. It is for changes that no stream has told of.
 */
export function depotWatchQuery(locationUid: string | undefined) {
  return queryOptions({
    queryKey: ['watch', locationUid],
    queryFn:
      locationUid === undefined
        ? skipToken
        : async ({ signal }) => {
            const request = { params: { locationUid }, query: { hours: '1' } }
            const { body } = await call('getReadiness', 'GET /locations/{locationUid}/readiness', request, signal)
            return JSON.stringify([body.lastPlan, body.counts])
          },
    refetchInterval: SLOW_MS,
  })
}

/** The vehicles of a depot with their last V2ICP message. */
export function vehiclesQuery(locationUid: string) {
  return queryOptions({
    queryKey: ['vehicles', locationUid],
    queryFn: async ({ signal }) =>
      (await call('listVehicles', 'GET /vehicles', { query: { locationUid: [locationUid] } }, signal)).body.vehicles,
    refetchInterval: 2 * SLOW_MS,
  })
}

/** One vehicle and the version that a change of it must name. */
export function vehicleQuery(vehicleId: string) {
  return queryOptions({
    queryKey: ['vehicle', vehicleId],
    queryFn: async ({ signal }) => {
      const { body, etag } = await call('getVehicle', 'GET /vehicles/{vehicleId}', { params: { vehicleId } }, signal)
      return { vehicle: body, etag }
    },
  })
}

/** What the boards say of a vehicle's departures of the next two weeks. */
export function vehicleDeparturesQuery(vehicleId: string) {
  return queryOptions({
    queryKey: ['readiness', 'vehicle', vehicleId],
    queryFn: async ({ signal }) =>
      (
        await call(
          'listVehicleDepartures',
          'GET /vehicles/{vehicleId}/departures',
          { params: { vehicleId }, query: {} },
          signal,
        )
      ).body.departures,
    refetchInterval: livePace,
  })
}

/** A depot's stays in `[from, to)` (epoch ms) as the timeline draws them. */
export function timelineQuery(locationUid: string, { from, to, of }: AskedStays) {
  return queryOptions({
    queryKey: ['schedules', 'timeline', locationUid, from, to, of],
    queryFn: async ({ signal }) => {
      const request = timelineRequest(locationUid, { from, to, of })
      return (await call('getTimeline', 'GET /locations/{locationUid}/timeline', request, signal)).body.stays
    },
    refetchInterval: SLOW_MS,
  })
}

/** The charging stations of a depot, with what each does now. */
export function stationsQuery(locationUid: string) {
  return queryOptions({
    queryKey: ['stations', locationUid],
    queryFn: async ({ signal }) =>
      (await call('listStations', 'GET /locations/{locationUid}/stations', { params: { locationUid } }, signal)).body
        .stations,
    refetchInterval: livePace,
  })
}

/** Whether the chargers of a depot are simulated, and whether they are at it. */
export function simulationQuery(locationUid: string) {
  return queryOptions({
    queryKey: ['simulation', locationUid],
    queryFn: async ({ signal }) => {
      const request = { params: { locationUid } }
      return (await call('getSimulation', 'GET /locations/{locationUid}/simulation', request, signal)).body
    },
    staleTime: SLOW_MS,
    refetchInterval: 2 * SLOW_MS,
  })
}

/** The identities that tried to connect and that nobody has registered. */
export const waitingStationsQuery = queryOptions({
  queryKey: ['stations', 'waiting'],
  queryFn: async ({ signal }) => (await call('listWaitingStations', 'GET /stations/waiting', {}, signal)).body.stations,
  refetchInterval: livePace,
})

/** A vehicle's stays in `[from, to)` (epoch ms). */
export function vehicleStaysQuery(vehicleId: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['schedules', 'vehicle', vehicleId, from, to],
    queryFn: async ({ signal }) =>
      (
        await call(
          'listVehicleSchedules',
          'GET /vehicles/{vehicleId}/schedules',
          { params: { vehicleId }, query: { from: String(from), to: String(to) } },
          signal,
        )
      ).body.schedules,
    refetchInterval: SLOW_MS,
  })
}

export function scheduleQuery(scheduleId: string) {
  return queryOptions({
    queryKey: ['schedule', scheduleId],
    queryFn: async ({ signal }) =>
      (await call('getSchedule', 'GET /schedules/{scheduleId}', { params: { scheduleId } }, signal)).body,
    refetchInterval: livePace,
  })
}

/** What the last replans changed of a schedule; asked for again when it has another plan. */
export function planChangesQuery({ id: scheduleId, evId: vehicleId, planMeta }: EvSchedule) {
  return queryOptions({
    queryKey: ['plan-changes', scheduleId, planMeta?.timestamp],
    queryFn: async ({ signal }) => {
      const request = { params: { vehicleId, scheduleId } }
      const route = 'GET /vehicles/{vehicleId}/schedules/{scheduleId}/changes'
      return (await call('getPlanChanges', route, request, signal)).body.changes
    },
    staleTime: SETTLED_MS,
    placeholderData: keepPreviousData,
  })
}

/** The depot's load in `[from, to)` (epoch ms), as 15-minute means. */
export function loadQuery(locationUid: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['load', locationUid, from, to],
    queryFn: async ({ signal }) =>
      (
        await call(
          'getLoad',
          'GET /locations/{locationUid}/load',
          { params: { locationUid }, query: { from: String(from), to: String(to) } },
          signal,
        )
      ).body,
    refetchInterval: SLOW_MS,
    placeholderData: keepPreviousData,
  })
}

/**
 * What would end a schedule's shortfall, with the depot's settings that it was computed from and their version, so that a
 * fix of the limit cannot undo what somebody changed since. It costs the server some work: asked for when it is wanted,
 * and again when the plan is another (`plannedAt`).
 */
export function fixesQuery({ vehicleId, scheduleId, locationUid, plannedAt }: FixesOf) {
  return queryOptions({
    queryKey: ['fixes', scheduleId, plannedAt],
    queryFn: async ({ signal }) => {
      const location = { params: { locationUid } }
      const depot = await call('getLocation', 'GET /locations/{locationUid}', location, signal)
      const { body } = await call(
        'getScheduleFixes',
        'GET /vehicles/{vehicleId}/schedules/{scheduleId}/fixes',
        { params: { vehicleId, scheduleId } },
        signal,
      )
      return { ...body, depot: { location: depot.body, etag: depot.etag } }
    },
    staleTime: SLOW_MS,
    placeholderData: keepPreviousData,
  })
}

type FixesOf = { vehicleId: string; scheduleId: string; locationUid: string; plannedAt: string | undefined }

/** So far ahead a vehicle's rules and their stays are looked at: 92 days. */
export const RULES_AHEAD_MS = 92 * 24 * 3_600_000

/** A vehicle's rules with an occurrence in the time ahead from `from` on, and its stays in that time, without plans. */
export function vehicleRulesQuery(vehicleId: string, from: number) {
  return queryOptions({
    queryKey: ['schedules', 'vehicle', vehicleId, 'rules', from],
    queryFn: async ({ signal }) => {
      const query = { from: String(from), to: String(from + RULES_AHEAD_MS), plan: 'false' as const }
      const request = { params: { vehicleId }, query }
      const { body } = await call('listVehicleSchedules', 'GET /vehicles/{vehicleId}/schedules', request, signal)
      return { rules: body.recurringSchedules, stays: body.schedules }
    },
  })
}

/** An import, with what it left out and whether it was undone. */
export function importQuery(importId: string) {
  return queryOptions({
    queryKey: ['imports', importId],
    queryFn: async ({ signal }) =>
      (await call('getImport', 'GET /imports/{importId}', { params: { importId } }, signal)).body,
  })
}

/** The last import of a file for a depot; null: there was none. */
export function lastImportQuery(locationUid: string) {
  return queryOptions({
    queryKey: ['imports', 'last', locationUid],
    queryFn: async ({ signal }) => {
      const query = { locationUid, origin: 'file' as const, limit: '1' }
      return (await call('listImports', 'GET /imports', { query }, signal)).body.imports[0] ?? null
    },
    refetchInterval: SLOW_MS,
  })
}
