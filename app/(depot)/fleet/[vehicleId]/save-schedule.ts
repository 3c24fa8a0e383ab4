import { ApiProblem, call, refusal } from '@/app/(depot)/_data/call'
import type { Faults } from '@/app/(depot)/_data/use-send'
import { patchAsSeen } from '@/app/(depot)/_stays/patch-as-seen'
import { StaleStay } from '@/app/(depot)/fleet/[vehicleId]/stale-stay'
import {
  overlappedStay,
  postedOf,
  type ScheduleDraft,
  scheduleInterval,
  schedulePatchOf,
} from '@/components/fleet/schedule-draft'
import { sentence } from '@/components/format/refusal-words'
import type { Text } from '@/components/messages/text'
import type { EvSchedule } from '@/lib/contract/schedule'

const CONFLICT = 409

export type ScheduleEdit = {
  vehicleId: string
  /** The stay that is changed, with the draft that showed it; null adds one. */
  changed: { schedule: EvSchedule; before: ScheduleDraft } | null
  draft: ScheduleDraft
  /** The depot's time zone. */
  zone: string
  /** The vehicle's known stays, so that a refusal can name the one in the way. */
  stays: readonly EvSchedule[]
}
type Words = { text: Text; timesOf: (stay: EvSchedule) => string }

/**
 * Adds or changes a dated stay, or one occurrence of a rule.
 * @throws ApiProblem in the depot's words where the API speaks of ids and of UTC; StaleStay
 */
export async function saveSchedule(edit: ScheduleEdit, words: Words): Promise<void> {
  try {
    await (edit.changed ? change(edit, edit.changed, words) : add(edit, words))
  } catch (error) {
    const isConflict = error instanceof ApiProblem && error.problem.status === CONFLICT
    const interval = scheduleInterval(edit.draft, edit.zone)
    const inTheWay =
      isConflict && interval && overlappedStay(edit.stays, { ...interval, except: edit.changed?.schedule.id })
    throw inTheWay ? refusal(words.text('stayForm.overlap', { stay: words.timesOf(inTheWay) })) : error
  }
}

async function change(
  { vehicleId, draft, zone }: ScheduleEdit,
  { schedule, before }: NonNullable<ScheduleEdit['changed']>,
  { text }: Words,
): Promise<void> {
  const patch = schedulePatchOf(before, draft, zone)
  if (Object.keys(patch).length === 0) return
  const names = Object.keys(patch) as (keyof EvSchedule)[]
  await patchAsSeen(
    vehicleId,
    { ...patch, id: schedule.id },
    {
      stale: (stored) => (names.some((name) => stored[name] !== schedule[name]) ? new StaleStay(stored) : null),
      gone: () => refusal(text('stayForm.gone')),
    },
  )
}

/** POST takes an entry at a known departure, or during a stay, for a change of that one: a dry run tells. */
async function add({ vehicleId, draft, zone, stays }: ScheduleEdit, { text, timesOf }: Words): Promise<void> {
  const request = { params: { vehicleId }, body: { schedules: [postedOf(draft, zone)] } }
  const route = 'POST /vehicles/{vehicleId}/schedules'
  const { body: trial } = await call('postSchedules', route, { ...request, query: { dryRun: 'true' } })
  if (trial.skipped.length > 0) throw refusal(text('stayForm.past'))
  if (trial.created?.length !== 1) {
    const existing = trial.updated?.[0]?.before ?? stays.find(({ id }) => id === trial.ids[0])
    throw refusal(text('stayForm.exists', { stay: existing ? timesOf(existing) : text('unknown') }))
  }
  await call('postSchedules', route, request)
}

/** The one schedule of the request is the form: `schedules[0].targetSoC` is its field `targetSoC`. */
export function scheduleFaults(faults: Faults): Faults {
  const fields: Record<string, string> = {}
  let rest = faults.rest && sentence(faults.rest.replace(/^schedules\[0] /, ''))
  for (const [path, message] of Object.entries(faults.fields)) {
    const field = path.replace(/^schedules\[0]\.?/, '')
    if (field) fields[field] = message
    else rest = message
  }
  return { ...faults, fields, rest }
}
