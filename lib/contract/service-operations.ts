import { z } from 'zod'
import { ChargingEventsAnswer, ChargingEventsBody, ChargingEventsDocument } from '@/lib/contract/charging-event'
import { operation } from '@/lib/contract/operation'
import { Ready } from '@/lib/contract/ready'

const Health = z.object({ status: z.string().describe('The word ok.') })

export const postChargingEvents = operation({
  id: 'postChargingEvents',
  method: 'POST',
  path: '/charging-events',
  tag: 'Charging',
  summary: 'Record what the chargers report',
  description: 'Idempotent by `id`, in any order. Each event stands for itself: a bad one never loses the others.',
  permission: 'write',
  body: ChargingEventsBody,
  documentedBody: ChargingEventsDocument,
  bodyExample: {
    events: [
      {
        id: 'evt-1',
        type: 'ev-connected',
        timestamp: '2026-11-22T17:31:04Z',
        macAddress: '00:00:5E:00:53:12',
        locationUid: 'example-depot',
        transactionId: 'tx-1',
        soc: 34,
      },
    ],
  },
  answers: { 200: { description: 'A result for each event, in request order', schema: ChargingEventsAnswer } },
})

export const getLive = operation({
  id: 'getLive',
  method: 'GET',
  path: '/health/live',
  tag: 'Service',
  summary: 'Whether the process answers',
  permission: 'open',
  answers: { 200: { description: 'It does', schema: Health } },
})

export const getReady = operation({
  id: 'getReady',
  reserved: 'identity',
  method: 'GET',
  path: '/health/ready',
  tag: 'Service',
  summary: 'Whether the database is reachable and migrated',
  description: 'A depot that waits for its plan and a wrong clock are named here, and leave the instance in service.',
  permission: 'open',
  answers: { 200: { description: 'It is', schema: Ready } },
  refusals: [503],
})

export const getMetrics = operation({
  id: 'getMetrics',
  method: 'GET',
  path: '/metrics',
  tag: 'Service',
  summary: 'Metrics as Prometheus text',
  description:
    'A scraper holds one secret and cannot renew it: here the refresh token itself is taken as the bearer, too. One with the role `read` is enough; it ends when it is revoked.',
  permission: 'read',
  takesRefreshToken: true,
  answers: { 200: { description: 'The metrics', mediaType: 'text/plain' } },
})

export const getOpenApi = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'Service',
  summary: 'This description',
  permission: 'open',
  answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
})
