'use client'

import { slackWords } from '@/components/explanations/slack-format'
import { triggerWords } from '@/components/explanations/trigger-words'
import { dayAndTime, type Reading, timeAgo, timeOfDay, timeUntil } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { kilometres } from '@/components/format/range-format'
import { useText } from '@/components/messages/use-text'
import { Facts } from '@/components/ui/panel'
import type { STRATEGIES } from '@/lib/contract/enumerations'
import type { EvSchedule } from '@/lib/contract/schedule'

type SummaryProps = { schedule: EvSchedule; now: number; reading: Reading }

/**
 * A schedule's times and figures, and its plan's own account of itself.
 * @param consumption of its vehicle, Wh/km; left out where it is not known
 */
export function ScheduleFacts({ schedule, now, reading, consumption }: SummaryProps & { consumption?: number }) {
  const text = useText()
  const { locale } = reading
  const arrival = Date.parse(schedule.plannedArrivalTime)
  const departure = Date.parse(schedule.plannedDepartureTime)
  const until = departure > now ? timeUntil(departure, now, reading) : null
  const { plan } = schedule
  const start = plan?.schedule?.startSoc ?? schedule.startSoC
  const source = plan?.schedule?.startSocSource
  const slack =
    departure > now && schedule.explanation
      ? slackWords(schedule.explanation, schedule.minimumSoC ?? plan?.schedule?.settings?.minimumSoC, reading)
      : null
  const soc = (value: number | undefined) => (value === undefined ? '—' : `${numberWords(value, locale)} %`)
  const batteryKwh = plan?.schedule?.ev?.batterySizekWh
  const leavesKwh =
    batteryKwh === undefined || plan?.endSoc === undefined ? undefined : (plan.endSoc / 100) * batteryKwh
  const reachesKm = kilometres(leavesKwh, consumption, locale)
  const addsKm = kilometres(plan?.energyKwh, consumption, locale)
  const energy = numberWords(plan?.energyKwh, locale, 1)
  const facts = [
    { name: text('schedule.arrival'), value: dayAndTime(arrival, reading) },
    {
      name: text('schedule.departure'),
      value: `${dayAndTime(departure, reading)}${until ? `, ${until}` : ''}`,
    },
    { name: text('schedule.start'), value: source ? `${soc(start)}, ${text(`soc.${source}`)}` : soc(start) },
    {
      name: text('schedule.target'),
      value:
        schedule.minimumSoC === undefined
          ? soc(schedule.targetSoC)
          : text('schedule.targetAndMinimum', { target: soc(schedule.targetSoC), minimum: soc(schedule.minimumSoC) }),
    },
    {
      name: text('schedule.predicted'),
      value: (
        <strong className="font-semibold">
          {reachesKm === null ? soc(plan?.endSoc) : text('range.reaches', { soc: soc(plan?.endSoc), km: reachesKm })}
        </strong>
      ),
    },
    {
      name: text('schedule.energy'),
      value:
        plan?.energyKwh === undefined
          ? '—'
          : addsKm === null
            ? `${energy} kWh`
            : text('range.adds', { energy, km: addsKm }),
    },
    {
      name: text('schedule.ends'),
      value: plan?.endTime === undefined || !plan.energyKwh ? '—' : timeOfDay(plan.endTime, reading),
    },
    ...(slack ? [{ name: text('slack.name'), value: slack }] : []),
    ...(schedule.blockId ? [{ name: text('schedule.block'), value: schedule.blockId }] : []),
    ...(schedule.priority === 0 ? [] : [{ name: text('schedule.priority'), value: schedule.priority }]),
  ]
  return <Facts facts={facts} className="sm:grid-cols-[auto_1fr_auto_1fr]" />
}

/** How the plan came about, in a sentence. */
export function PlanAccount({ schedule, now, reading }: SummaryProps) {
  const text = useText()
  const { planMeta } = schedule
  if (!planMeta?.timestamp) return <p className="text-ink-2 text-sm">{text('schedule.noPlan')}</p>
  const strategy = isStrategy(planMeta.strategy) ? text(`strategy.${planMeta.strategy}`) : (planMeta.strategy ?? '—')
  return (
    <p className="text-pretty text-ink-2 text-sm">
      {text(planMeta.frozen ? 'schedule.accountFrozen' : 'schedule.account', {
        ago: timeAgo(Date.parse(planMeta.timestamp), now, reading),
        strategy,
      })}{' '}
      {triggerWords(planMeta, reading)}
    </p>
  )
}

const STRATEGY_NAMES: ReadonlySet<string> = new Set<(typeof STRATEGIES)[number]>([
  'peak-supression',
  'lowest-cost',
  'balanced',
  'as-soon-as-possible',
])

function isStrategy(name: string | undefined): name is (typeof STRATEGIES)[number] {
  return name !== undefined && STRATEGY_NAMES.has(name)
}
