import { call } from '@/app/(depot)/_data/call'
import type { OperationRequest } from '@/lib/contract/operation'
import type { Operations } from '@/lib/contract/operations'
import type { EvSchedule } from '@/lib/contract/schedule'

type StayPatch = OperationRequest<Operations['patchSchedules']>['body']['schedules'][number]

type Refusals = {
  /** What is thrown where the stay was changed since it was seen; null: it was not. */
  stale: (stored: EvSchedule) => Error | null
  /** What is thrown where it is no more. */
  gone: () => Error
}

/**
 * Changes a stay on what was seen of it, so that a colleague's change is not overwritten: a dry run tells what is stored.
 * @throws what `refusals` say, and ApiProblem, for an overlap too: then nothing is stored
 */
export async function patchAsSeen(vehicleId: string, patch: StayPatch, { stale, gone }: Refusals): Promise<void> {
  const request = { params: { vehicleId }, body: { schedules: [patch] } }
  const route = 'PATCH /vehicles/{vehicleId}/schedules'
  const { body: trial } = await call('patchSchedules', route, { ...request, query: { dryRun: 'true' } })
  const stored = trial.updated?.find(({ before: { id } }) => id === patch.id)?.before
  const refused = stored && stale(stored)
  if (refused) throw refused
  const { body } = await call('patchSchedules', route, request)
  if (!body.success) throw gone()
}
