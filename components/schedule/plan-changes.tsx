import { triggerWords } from '@/components/explanations/trigger-words'
import { nearDayAndTime, type Reading } from '@/components/format/instant-format'
import { planChangeWords } from '@/components/schedule/plan-change-format'
import type { PlanChange } from '@/lib/contract/plan-change'

type PlanChangesProps = { changes: readonly PlanChange[]; now: number; reading: Reading }

/** So many are told; older ones help nobody. */
const TOLD = 4

/** What the last replans changed, newest first: when, why, and what of it matters. Nothing where there was none. */
export function PlanChangesList({ changes, now, reading }: PlanChangesProps) {
  const { text } = reading
  if (changes.length === 0) return null
  return (
    <section className="flex flex-col gap-2 text-sm">
      <h2 className="font-semibold">{text('planChange.title')}</h2>
      <ol className="flex flex-col gap-2">
        {changes.slice(0, TOLD).map((change) => (
          <li key={change.timestamp} className="grid grid-cols-[auto_1fr] gap-x-3">
            <time dateTime={change.timestamp} className="text-ink-3 tabular-nums">
              {nearDayAndTime(Date.parse(change.timestamp), now, reading)}
            </time>
            <div className="min-w-0">
              <p className="text-pretty">{sentence(planChangeWords(change, reading).join('; '))}</p>
              <p className="text-pretty text-ink-3 text-xs empty:hidden">{triggerWords(change, reading)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
