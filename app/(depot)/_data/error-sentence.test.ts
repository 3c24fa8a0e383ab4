import { expect, test } from 'vitest'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { textIn } from '@/components/messages/text'
import type { ProblemDetails } from '@/lib/contract/problem-details'

const overlap = {
  ...{ type: 'about:blank', title: 'Conflict', status: 409, instance: '/api/vehicles/7/schedules' },
  detail:
    'schedules[0] overlaps the schedule sch_7, which is from 2030-01-07T17:30:00.000Z to 2030-01-08T04:15:00.000Z. Remove or change that one, or send other times.',
} satisfies ProblemDetails

test('what is refused alone is said as a sentence, on the depot’s clock', () => {
  const said = errorSentence(new ApiProblem(overlap), textIn('en'), { locale: 'en-GB', zone: 'Europe/Berlin' })
  expect(said).toMatch(/^Overlaps the schedule sch_7, .*18:30.*05:15/)
})
