import { ApiProblem } from '@/app/(depot)/_data/call'
import { draftOnTheirs, type ScheduleDraft, scheduleDraftOf } from '@/components/fleet/schedule-draft'
import { dayAndTime, type Reading } from '@/components/format/instant-format'
import type { EvSchedule } from '@/lib/contract/schedule'

/** Somebody else has changed what a form changes: `theirs` is stored, and nothing of the form is. */
export class StaleStay extends Error {
  override readonly name = 'StaleStay'

  constructor(readonly theirs: EvSchedule) {
    super('The stay was changed meanwhile.')
  }
}

/** A stay as a form began with it. */
export type StayBase = { schedule: EvSchedule; before: ScheduleDraft }

const TIMES = { arrival: 'plannedArrivalTime', departure: 'plannedDepartureTime' } as const

/**
 * A form on what somebody else has stored meanwhile: what was edited stays as it is typed, the rest is theirs.
 * @returns the form, and a problem that says at each field that both edited what theirs is
 */
export function onTheirs(base: StayBase, draft: ScheduleDraft, { theirs }: StaleStay, reading: Reading) {
  const before = scheduleDraftOf(theirs, reading)
  const names = Object.keys(before) as (keyof ScheduleDraft)[]
  const isEdited = (name: keyof ScheduleDraft) => ![base.before[name], before[name]].includes(draft[name])
  const both = names.filter((name) => before[name] !== base.before[name] && isEdited(name))
  const errors = both.map((name) => {
    const field = name in TIMES ? TIMES[name as keyof typeof TIMES] : name
    const value =
      name in TIMES ? dayAndTime(Date.parse(theirs[TIMES[name as keyof typeof TIMES]]), reading) : before[name]
    return {
      path: `schedules[0].${field}`,
      message: reading.text('stayForm.theirs', { value: value || reading.text('unknown') }),
    }
  })
  const detail = reading.text('stayForm.stale')
  const problem = { type: 'about:blank', title: detail, status: 409, detail, instance: '', errors }
  return {
    base: { schedule: theirs, before },
    draft: draftOnTheirs(base.before, draft, before),
    problem: new ApiProblem(problem),
  }
}
