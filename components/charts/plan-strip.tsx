import { stepAreaClip, stepAreaPath } from '@/components/charts/step-path'
import { classes } from '@/components/ui/classes'
import type { Plan } from '@/lib/contract/plan'

const BOX = 100
/** The highest power stays below the upper edge. */
const ROOM = 8

type PlanStripProps = {
  plan: Plan | undefined
  from: number
  to: number
  now: number
  className?: string
  /** Where the stay lies on the scale, where that is wider than the stay. */
  stay?: { from: number; to: number }
}

/** A stay's power at a glance, solid as it was and hatched as planned: no axes, the present as a line. Decoration beside the numbers. */
export function PlanStrip({ plan, from, to, now, className, stay = { from, to } }: PlanStripProps) {
  const { pastSegments = [], segments = [] } = plan ?? {}
  const maxPowerkW =
    plan?.schedule?.ev?.maxPowerkW ?? Math.max(1, ...[...pastSegments, ...segments].map(({ powerkW }) => powerkW))
  const x = (time: number) => ((Math.min(Math.max(time, from), to) - from) / (to - from)) * BOX
  const stepsOf = (list: readonly { from: number; to: number; powerkW: number }[]) =>
    list
      .filter((one) => one.powerkW > 0 && one.to > from && one.from < to)
      .map((one) => ({
        from: x(one.from),
        to: x(one.to),
        y: BOX - Math.max(0, one.powerkW / maxPowerkW) * (BOX - ROOM),
      }))
  const planned = stepAreaClip(stepsOf(segments))
  return (
    <span className={classes('relative block', className)}>
      {planned && <span className="hatched absolute inset-0 text-chart-ev" style={{ clipPath: planned }} />}
      <svg aria-hidden viewBox={`0 0 ${BOX} ${BOX}`} preserveAspectRatio="none" className="absolute inset-0 size-full">
        <line
          x1={x(stay.from)}
          x2={x(stay.to)}
          y1={BOX}
          y2={BOX}
          stroke="var(--chart-grid)"
          vectorEffect="non-scaling-stroke"
        />
        {stay.to < to && (
          <line
            x1={x(stay.to)}
            x2={x(stay.to)}
            y1={0}
            y2={BOX}
            stroke="var(--ink-3)"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path d={stepAreaPath(stepsOf(pastSegments), BOX)} fill="var(--chart-ev)" />
        {now > from && now < to && (
          <line x1={x(now)} x2={x(now)} y1={0} y2={BOX} stroke="var(--chart-now)" vectorEffect="non-scaling-stroke" />
        )}
      </svg>
    </span>
  )
}
