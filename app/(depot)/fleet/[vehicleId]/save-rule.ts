import { call, refusal } from '@/app/(depot)/_data/call'
import type { ExceptionStep, RuleRequest } from '@/components/fleet/rule-request'
import type { Text } from '@/components/messages/text'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'

const COMPARED = [
  'locationUid',
  'plannedArrivalTime',
  'plannedDepartureTime',
  'recurrenceRule',
  'startSoC',
  'targetSoC',
  'minimumSoC',
  'priority',
  'blockId',
] as const

export type RuleTrial = {
  vehicleId: string
  request: RuleRequest
  /** The rule as the form opened it; null makes one. */
  opened: EvSchedule | null
  text: Text
}

/**
 * Tries what would be stored; nothing is.
 * @throws ApiProblem for an overlap, for a departure that another schedule has, and where somebody changed the rule
 */
export async function tryRule({ vehicleId, request, opened, text }: RuleTrial, signal?: AbortSignal): Promise<void> {
  const body = await send({ vehicleId, request }, { dryRun: true }, signal)
  if ('success' in body && !body.success) throw refusal(text('stayForm.gone'))
  if ('skipped' in body && body.skipped.length > 0) throw refusal(text('stayForm.past'))
  const before = body.updated?.find(({ before: { id } }) => id === opened?.id)?.before
  if (opened && before && COMPARED.some((name) => before[name] !== opened[name]))
    throw refusal(text('ruleForm.meanwhile'))
  if (request.kind === 'post' && (body.created?.length !== 1 || (request.ends !== null && !before)))
    throw refusal(text('ruleForm.exists'))
}

/** Stores what was tried. @returns the id of the rule that single dates belong to */
export async function saveRule(trial: RuleTrial): Promise<string> {
  await tryRule(trial)
  const body = await send(trial, {})
  if ('success' in body && !body.success) throw refusal(trial.text('stayForm.gone'))
  return ('ids' in body ? body.ids.at(-1) : trial.opened?.id) ?? ''
}

async function send(
  { vehicleId, request }: Pick<RuleTrial, 'vehicleId' | 'request'>,
  { dryRun = false }: { dryRun?: boolean },
  signal?: AbortSignal,
) {
  const common = { params: { vehicleId }, ...(dryRun && { query: { dryRun: 'true' as const } }) }
  if (request.kind === 'post') {
    const sent = { ...common, body: { schedules: request.schedules } }
    return (await call('postSchedules', 'POST /vehicles/{vehicleId}/schedules', sent, signal)).body
  }
  const sent = { ...common, body: { schedules: request.schedules } }
  return (await call('patchSchedules', 'PATCH /vehicles/{vehicleId}/schedules', sent, signal)).body
}

/** Makes single dates of a stored rule as they were chosen. @returns the days that were refused, or got no answer */
export async function saveExceptions(
  { vehicleId, ruleId }: { vehicleId: string; ruleId: string },
  steps: readonly ExceptionStep[],
): Promise<string[]> {
  const refused: string[] = []
  for (const step of steps) {
    const scheduleId = `${ruleId}:${step.day}`
    try {
      if (step.kind === 'skip') {
        const params = { vehicleId, scheduleId }
        await call('deleteSchedule', 'DELETE /vehicles/{vehicleId}/schedules/{scheduleId}', { params })
        continue
      }
      const plannedArrivalTime = toTimestamp(step.times.from)
      const times = { plannedArrivalTime, plannedDepartureTime: toTimestamp(step.times.to) }
      const params = { vehicleId }
      const patch = { id: scheduleId, ...times, ...(step.kind === 'restore' && { skipped: false as const }) }
      const body = { schedules: [patch] }
      const done = await call('patchSchedules', 'PATCH /vehicles/{vehicleId}/schedules', { params, body })
      if (!done.body.success) refused.push(step.day)
    } catch {
      // The rule is stored whatever becomes of its dates, where the connection is lost, too.
      refused.push(step.day)
    }
  }
  return refused
}
