import type { ReactNode } from 'react'
import type { Reading } from '@/components/format/instant-format'
import { moneyWords, numberWords } from '@/components/format/number-format'
import { wouldMiss } from '@/components/limits/would-miss'
import { FailedTrial } from '@/components/what-if/failed-trial'
import type { PlanAnswer, PlanOverridesInput } from '@/lib/contract/plan-overrides'

type PlanEffectProps = {
  overrides: PlanOverridesInput
  /** The tried plan; undefined while it is being made. */
  answer: PlanAnswer | undefined
  /** Why it could not be made. */
  failed?: string
  onRetry?: () => void
  /** It is of what was tried before. */
  isOld?: boolean
  /** The vehicles are named when asked for: where the effect must leave room for what is being edited. */
  folded?: boolean
  nameOf: (vehicleId: string) => string
  currency?: string
  reading: Reading
}

/** So many vehicles are named; the rest is counted. */
const NAMED = 5

/** What a change would do to tonight's plan: the peak, the cost, which vehicles would miss, how many plans move. */
export function PlanEffect({
  overrides,
  answer,
  failed,
  onRetry,
  isOld = false,
  folded = false,
  nameOf,
  currency,
  reading,
}: PlanEffectProps) {
  const { text, locale } = reading
  if (failed) return <FailedTrial sentence={failed} onRetry={onRetry} />
  if (!answer?.comparison)
    return (
      <p role="status" className="text-ink-3 text-sm">
        {text('effect.trying')}
      </p>
    )
  const { comparison, peak15kW, cost } = answer
  const kw = (value: number) => numberWords(value, locale)
  const { addedShort } = comparison
  const misses = wouldMiss(comparison, overrides)
  return (
    <div role="status" aria-busy={isOld} className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2.5 text-sm">
      <p>
        {text('effect.peak', { before: kw(peak15kW - comparison.peak15kW), after: kw(peak15kW) })}
        {comparison.cost !== undefined && cost !== undefined && Math.abs(comparison.cost) >= 0.5 && (
          <>
            {' · '}
            {text(comparison.cost > 0 ? 'effect.costsMore' : 'effect.costsLess', {
              money: moneyWords(Math.abs(comparison.cost), locale, currency, 0),
            })}
          </>
        )}
      </p>
      {misses.length === 0 ? (
        <p className="text-ink-2">{text('effect.noneMisses')}</p>
      ) : (
        <Misses count={misses.length} folded={folded} reading={reading}>
          {misses.slice(0, NAMED).map(({ scheduleId, evId, kind, before, after }) => (
            <li key={scheduleId}>
              {text(kind === 'worse' ? 'effect.miss' : 'effect.missesNew', {
                ...{ vehicle: nameOf(evId), before: kw(before.endSoC), after: kw(after.endSoC) },
              })}
            </li>
          ))}
        </Misses>
      )}
      {addedShort > 0 && <p className="font-medium text-critical">{text('effect.addedMiss', { count: addedShort })}</p>}
      <p className="text-ink-3">
        {isOld ? text('effect.trying') : text('effect.changes', { count: comparison.changes.length })}
      </p>
    </div>
  )
}

type MissesProps = { count: number; folded: boolean; children: ReactNode; reading: Reading }

function Misses({ count, folded, children, reading: { text } }: MissesProps) {
  const sentence = text('effect.misses', { count })
  const list = (
    <ul className="text-ink-2">
      {children}
      {count > NAMED && <li>{text('effect.more', { count: count - NAMED })}</li>}
    </ul>
  )
  if (!folded)
    return (
      <>
        <p className="font-medium text-critical">{sentence}</p>
        {list}
      </>
    )
  return (
    <details>
      <summary className="cursor-pointer font-medium text-critical">{sentence}</summary>
      {list}
    </details>
  )
}
