import type { LoadStep } from '@/components/charts/load-series'
import { dayAndTime, type Reading, timeOfDay } from '@/components/format/instant-format'
import { moneyWords, numberWords } from '@/components/format/number-format'

type PowerReadoutProps = { step: LoadStep; reading: Reading; currency?: string; withUncontrolled: boolean }

/** What the power chart says of the quarter-hour at its cursor, also to those who hear it. */
export function PowerReadout({ step, reading, currency, withUncontrolled }: PowerReadoutProps) {
  const { text, locale } = reading
  const kw = (value: number) => `${numberWords(value, locale)} kW`
  const lines: [string, string][] = [
    [text('power.site'), kw(step.baseLoadkW + step.evPowerkW)],
    ...vehicleLines(step, text, kw),
    [text('power.base'), kw(step.baseLoadkW)],
  ]
  if (step.limitkW !== undefined) lines.push([text('power.limit'), kw(step.limitkW)])
  if (withUncontrolled) lines.push([text('power.uncontrolled'), kw(step.uncontrolledkW)])
  if (step.pricePerkWh !== undefined) lines.push([text('power.price'), priceWords(step, reading, currency)])
  return (
    <div role="status" className="w-52 rounded-md bg-ink px-3 py-2 text-paper text-xs shadow-2">
      <p className="mb-1 font-semibold">
        {dayAndTime(step.from, reading)} – {timeOfDay(step.to, reading)}
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="opacity-80">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Less than this rounding leaves. */
const LEAST_TOLD_KW = 0.5

/** What vehicles drew: one line where all of it is planned, else what was measured, what is still planned, and what was. */
function vehicleLines(step: LoadStep, text: Reading['text'], kw: (value: number) => string): [string, string][] {
  if (step.measuredkW === undefined) return [[text('power.vehiclesPlanned'), kw(step.evPowerkW)]]
  const rest = step.evPowerkW - step.measuredkW
  return [
    [text('power.vehiclesMeasured'), kw(step.measuredkW)],
    ...(rest < LEAST_TOLD_KW ? [] : [[text('power.vehiclesPlanned'), kw(rest)] satisfies [string, string]]),
    [text('power.wasPlanned'), kw(step.plannedkW ?? 0)],
  ]
}

function priceWords({ pricePerkWh, priceIsAssumed }: LoadStep, { text, locale }: Reading, currency?: string): string {
  const price = `${moneyWords(pricePerkWh, locale, currency, 3)}/kWh`
  return priceIsAssumed ? text('power.priceAssumed', { price }) : price
}
