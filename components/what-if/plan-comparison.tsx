import type { ReactNode } from 'react'
import { type Reading, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { classes } from '@/components/ui/classes'
import { FailedTrial } from '@/components/what-if/failed-trial'
import type { PlanComparison as Comparison, PlanAnswer } from '@/lib/contract/plan-overrides'

type PlanComparisonProps = {
  /** The tried plan; undefined while the first one is being made. */
  answer: PlanAnswer | undefined
  failed?: string
  onRetry?: () => void
  /** What is shown is of what was tried before. */
  isOld: boolean
  nameOf: (vehicleId: string) => string
  currency?: string
  reading: Reading
}

/** So many vehicles of a kind are named; the rest is counted. */
const NAMED = 8

/** A tried plan beside today's: peak, cost, energy, how many miss, and which vehicles it changes. */
export function PlanComparison({ answer, failed, onRetry, isOld, nameOf, currency, reading }: PlanComparisonProps) {
  const { text } = reading
  if (failed) return <FailedTrial sentence={failed} onRetry={onRetry} />
  if (!answer?.comparison)
    return (
      <p role="status" className="text-ink-3 text-sm">
        {text('compare.trying')}
      </p>
    )
  return (
    <div aria-busy={isOld} className="flex flex-col gap-4">
      <p role="status" className="-mb-3 h-5 text-ink-3 text-sm">
        {isOld && text('compare.trying')}
      </p>
      <Totals answer={answer} comparison={answer.comparison} currency={currency} reading={reading} />
      <Changes comparison={answer.comparison} nameOf={nameOf} reading={reading} />
    </div>
  )
}

type Row = { name: string; today: number | undefined; tried: number | undefined; isWorse: boolean }

type TotalsProps = { answer: PlanAnswer; comparison: Comparison; currency?: string; reading: Reading }

function Totals({ answer, comparison, currency, reading }: TotalsProps) {
  const { text, locale } = reading
  const before = (after: number | undefined, difference: number | undefined) =>
    after === undefined || difference === undefined ? undefined : after - difference
  const { peak15kW, cost, energykWh } = answer
  const { short } = comparison
  const rows: Row[] = [
    row(text('compare.peak'), before(peak15kW, comparison.peak15kW), peak15kW),
    ...(cost === undefined
      ? []
      : [
          row(
            currency ? text('compare.costIn', { currency }) : text('compare.cost'),
            before(cost, comparison.cost),
            cost,
          ),
        ]),
    row(text('compare.short'), short.before, short.after),
    { ...row(text('compare.energy'), before(energykWh, comparison.energykWh), energykWh), isWorse: false },
  ]
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{text('compare.caption')}</caption>
      <thead>
        <tr className="border-line border-b text-right text-ink-3 text-xs">
          <th scope="col" className="py-1.5 text-left font-medium">
            <span className="sr-only">{text('compare.value')}</span>
          </th>
          <th scope="col" className="py-1.5 pl-3 font-medium">
            {text('compare.today')}
          </th>
          <th scope="col" className="py-1.5 pl-3 font-medium">
            {text('compare.tried')}
          </th>
          <th scope="col" className="py-1.5 pl-3 font-medium">
            {text('compare.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, today, tried, isWorse }) => (
          <tr key={name} className="border-line border-b text-right last:border-0">
            <th scope="row" className="py-1.5 text-left font-normal text-ink-2">
              {name}
            </th>
            <td className="py-1.5 pl-3">{numberWords(today, locale)}</td>
            <td className="py-1.5 pl-3 font-semibold">{numberWords(tried, locale)}</td>
            <td className={classes('py-1.5 pl-3', isWorse ? 'font-medium text-critical' : 'text-ink-2')}>
              {signed(today, tried, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function row(name: string, today: number | undefined, tried: number | undefined): Row {
  return { name, today, tried, isWorse: Math.round((tried ?? 0) - (today ?? tried ?? 0)) > 0 }
}

/** `+12`, `−12`, `0`. */
function signed(today: number | undefined, tried: number | undefined, locale: string): string {
  if (today === undefined || tried === undefined) return numberWords(undefined, locale)
  const words = numberWords(tried - today, locale)
  return Math.round(tried - today) > 0 ? `+${words}` : words
}

type Change = Comparison['changes'][number]
type ChangesProps = { comparison: Comparison; nameOf: (vehicleId: string) => string; reading: Reading }

function Changes({ comparison, nameOf, reading }: ChangesProps) {
  const { text, locale } = reading
  const { changes, addedShort, added } = comparison
  const ofKind = (kind: Change['kind']) => changes.filter((change) => change.kind === kind)
  const soc = ({ before, after }: Change) =>
    text('compare.soc', { before: numberWords(before.endSoC, locale), after: numberWords(after.endSoC, locale) })
  const charged = ({ before, after }: Change) =>
    text('compare.done', {
      before: timeOfDay(Date.parse(before.endTime), reading),
      after: timeOfDay(Date.parse(after.endTime), reading),
    })
  const [worse, better, moved] = [ofKind('worse'), ofKind('better'), ofKind('rescheduled')]
  const bySoc = (one: Change, other: Change) => one.after.endSoC - other.after.endSoC
  if (changes.length === 0 && added === 0) return <p className="text-ink-2 text-sm">{text('compare.same')}</p>
  return (
    <div className="flex flex-col gap-4 text-sm">
      {addedShort > 0 && (
        <p className="font-medium text-critical">{text('compare.addedShort', { count: addedShort })}</p>
      )}
      <ChangeList
        title={text('compare.worse', { count: worse.length })}
        changes={worse.toSorted(bySoc)}
        isBad
        {...{ nameOf, reading, words: soc }}
      />
      <ChangeList
        title={text('compare.better', { count: better.length })}
        changes={better.toSorted(bySoc)}
        {...{ nameOf, reading, words: soc }}
      />
      <ChangeList
        title={text('compare.moved', { count: moved.length })}
        note={text('compare.doneNote')}
        changes={moved}
        {...{ nameOf, reading, words: charged }}
      />
    </div>
  )
}

type ChangeListProps = {
  title: string
  note?: string
  changes: readonly Change[]
  isBad?: boolean
  nameOf: (vehicleId: string) => string
  reading: Reading
  words: (change: Change) => ReactNode
}

function ChangeList({ title, note, changes, isBad = false, nameOf, reading, words }: ChangeListProps) {
  if (changes.length === 0) return null
  return (
    <section>
      <h3 className={classes('flex justify-between gap-3 font-medium', isBad && 'text-critical')}>
        {title}
        {note && <span className="font-normal text-ink-3 text-xs">{note}</span>}
      </h3>
      <ul className="mt-1 text-ink-2">
        {changes.slice(0, NAMED).map((change) => (
          <li key={change.scheduleId} className="flex justify-between gap-3 py-0.5">
            <span className="min-w-0 truncate">{nameOf(change.evId)}</span>
            <span className="shrink-0 tabular-nums">{words(change)}</span>
          </li>
        ))}
      </ul>
      {changes.length > NAMED && (
        <p className="text-ink-3">{reading.text('compare.more', { count: changes.length - NAMED })}</p>
      )}
    </section>
  )
}
