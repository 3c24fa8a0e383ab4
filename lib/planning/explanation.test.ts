import { describe, expect, it } from 'vitest'
import { Explanation } from '@/lib/contract/explanations'
import { explainPlan, planExplained } from '@/lib/planner/explain/explain-plan'
import { batchesOf, buildProblem } from '@/lib/planning/build-problem'
import { explainedAnew, storedExplanation } from '@/lib/planning/explanation'
import { depotValue, inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { type PlannableStay, sortStays } from '@/lib/planning/plannable'
import { storedPlan } from '@/lib/planning/stored-plan'

const HOUR = 3_600_000

function explained(parts: Parameters<typeof stayValue>[0] = {}, location: Parameters<typeof depotValue>[1] = {}) {
  const depot = depotValue([stayValue(parts)], location)
  const { plannable } = sortStays(depot)
  const [entry] = plannable as [PlannableStay]
  const [batch] = batchesOf(depot, plannable)
  const problem = buildProblem(depot, batch ?? { day: null, strategy: 'balanced' as const, stays: [] }, [])
  const { plan, explanations } = planExplained(problem)
  const [planned, said] = [plan.plans.tonight, explanations.tonight]
  if (!planned || !said) throw new Error('The planner gave no plan.')
  const stored = storedPlan(planned, entry)
  return { problem, plan, stored, said, explanation: storedExplanation(stored, said) }
}

describe('storedExplanation', () => {
  it('has a reason for each segment, with its times, and is what the contract says', () => {
    const { stored, explanation } = explained({ startSoc: 0 }, { powerLimitKw: 20 })
    expect(explanation.reasons.map(({ from, to }) => [from, to])).toEqual(
      stored.segments?.map(({ from, to }) => [from, to]),
    )
    expect(explanation.shortfall).toMatchObject({ cause: 'site-limit' })
    expect(explanation.shortfall).not.toHaveProperty('scheduleId')
    expect(Explanation.parse(JSON.parse(JSON.stringify(explanation)))).toEqual(explanation)
  })

  it('leaves out a slack that is no number', () => {
    const { problem, plan, stored } = explained()
    const [schedule] = problem.schedules
    const settings = { ...schedule?.settings, evMaxPowerkW: 0 }
    const powerless = { ...problem, schedules: [{ ...schedule, settings }] } as typeof problem
    const said = explainPlan(powerless, plan).tonight
    expect(said?.slack.targetMinutes).toBe(Number.NEGATIVE_INFINITY)
    expect(said && storedExplanation(stored, said).slack).toEqual({ minimumMinutes: 530 })
  })
})

describe('explainedAnew', () => {
  const segment = (from: number, to: number, powerkW: number) => ({
    ...{ from: NOW + from * HOUR, to: NOW + to * HOUR, powerkW },
  })
  const plan = { segments: [segment(0, 1, 0), segment(1, 3, 50), segment(3, 4, 0)] }
  const times = plan.segments.map(({ from, to }) => ({ from, to }))
  const [first, second, third] = times as [(typeof times)[0], (typeof times)[0], (typeof times)[0]]
  const said: Explanation = {
    slack: { targetMinutes: 60 },
    reasons: [
      { ...first, code: 'waits-at-peak', peakKw: 80, until: first.to },
      { ...second, code: 'held-at-peak', powerKw: 50, peakKw: 80 },
      { ...third, code: 'ready', targetSoc: 90 },
    ],
  }
  const incumbent = inForceValue(plan, { explanation: said })
  const later = { ...second, from: second.from + HOUR / 2 }

  it.each<[string, Explanation]>([
    ['the same again', said],
    [
      'the same of what is left of it',
      { slack: {}, reasons: [{ ...said.reasons[1], ...later }, said.reasons[2]] } as Explanation,
    ],
    ['another slack, which goes down by itself', { ...said, slack: { targetMinutes: 12 } }],
    [
      'a peak that differs by a hair',
      { ...said, reasons: said.reasons.map((one) => ('peakKw' in one ? { ...one, peakKw: 80.01 } : one)) },
    ],
  ])('has nothing to write for %s', (_, next) => {
    expect(explainedAnew(incumbent, next)).toBeNull()
  })

  it('keeps the reasons of what elapsed and the slack of the plan, and takes the times of the plan’s segments', () => {
    const next: Explanation = {
      slack: { targetMinutes: 12 },
      reasons: [
        { ...later, code: 'held-with-time-to-spare', powerKw: 50 },
        { ...third, code: 'ready', targetSoc: 90 },
      ],
    }
    expect(explainedAnew(incumbent, next)).toEqual({
      slack: { targetMinutes: 60 },
      reasons: [said.reasons[0], { ...second, code: 'held-with-time-to-spare', powerKw: 50 }, said.reasons[2]],
    })
  })

  it('tells a shortfall that came, changed or went', () => {
    const short = { cause: 'site-limit' as const, missingKwh: 3, missingPoints: 1, endSoc: 89, targetSoc: 90 }
    const shortfall = { ...short, neededMinutes: 20, availableMinutes: 60 }
    expect(explainedAnew(incumbent, { ...said, shortfall })).toMatchObject({ shortfall })
    const was = inForceValue(plan, { explanation: { ...said, shortfall } })
    expect(explainedAnew(was, { ...said, shortfall: { ...shortfall, availableMinutes: 12 } })).toBeNull()
    expect(explainedAnew(was, { ...said, shortfall: { ...shortfall, missingPoints: 2 } })).toMatchObject({
      ...{ shortfall: { missingPoints: 2 } },
    })
    expect(explainedAnew(was, said)).not.toHaveProperty('shortfall')
  })
})
