import fc from 'fast-check'
import { beforeAll, describe, test } from 'vitest'
import { call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { night, oddRequests } from '@/e2e/api/odd-requests'
import { expectOrderly } from '@/e2e/api/orderly'
import type { Operation } from '@/lib/contract/operation'
import { operations } from '@/lib/contract/operations'

/** More runs on demand: `FUZZ_RUNS=1000 npx vitest run --project api e2e/api/fuzz.test.ts`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25)

let vehicleId: string
let locationUid: string
let scheduleId: string
beforeAll(async () => {
  locationUid = await makeLocation()
  vehicleId = await makeVehicle({ locationUid })
  const { body } = await call('POST', `/vehicles/${vehicleId}/schedules`, { body: { schedules: [night()] } })
  scheduleId = body.ids[0]
})

// What these do is either meant for a single use, would lock the run itself out, or has no end.
const SPARED = [
  'setup',
  'signIn',
  'signOut',
  'resetPassword',
  'createStaff',
  'deleteToken',
  'deleteStaff',
  'patchStaff',
  'createToken',
  'deleteVehicle',
  'refreshAccessToken',
  'streamChanges',
]
const fuzzed: Operation[] = Object.values<Operation>(operations).filter(({ id }) => !SPARED.includes(id))

describe('whatever comes in', () => {
  test.each(fuzzed.map((operation) => [operation.id, operation] as const))(
    '%s answers in order',
    async (_, operation) => {
      await fc.assert(
        fc.asyncProperty(
          oddRequests(operation, { vehicleId, locationUid, scheduleId }),
          async ({ path, body, headers }) => {
            const rawBody = body === undefined ? undefined : JSON.stringify(body)
            const answer = await call(operation.method, path, { rawBody, headers })
            const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
            const type = answer.headers.get('content-type') ?? ''
            expectOrderly({ status: answer.status, type, body: text }, `${operation.method} ${path} ${rawBody}`)
          },
        ),
        { numRuns: RUNS * (operation.body ? 4 : 1) },
      )
    },
    120_000,
  )
})
