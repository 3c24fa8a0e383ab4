import { ApiProblem, call } from '@/app/(depot)/_data/call'
import type { Alarm } from '@/lib/contract/alarm'

const CONFLICT = 409

/**
 * Writes on each of the alarms who sees to it. One that somebody else sees to already keeps that name, and the others
 * follow.
 * @returns how many kept another name
 * @throws ApiProblem where all did, and for any other refusal; TypeError when the server cannot be reached
 */
export async function acknowledgeAlarms(alarms: readonly Pick<Alarm, 'id'>[], name: string): Promise<number> {
  const taken: ApiProblem[] = []
  for (const { id } of alarms)
    try {
      const request = { params: { alarmId: id }, body: { name } }
      await call('acknowledgeAlarm', 'POST /alarms/{alarmId}/acknowledgement', request)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== CONFLICT) throw error
      taken.push(error)
    }
  const [first] = taken
  if (first && taken.length === alarms.length) throw first
  return taken.length
}
