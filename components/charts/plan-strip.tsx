import { stepAreaPath } from '@/components/charts/step-path'
import type { Plan } from '@/lib/contract/plan'

const WIDTH = 240
const HEIGHT = 24

type PlanStripProps = { plan: Plan | undefined; from: number; to: number; now: number; className?: string }

/** A stay's planned power at a glance: no axes, the present as a line. Decoration beside the numbers. */
export function PlanStrip({ plan, from, to, now, className }: PlanStripProps) {
  const segments = [...(plan?.pastSegments ?? []), ...(plan?.segments ?? [])]
  const maxPowerkW = plan?.schedule?.ev?.maxPowerkW ?? Math.max(1, ...segments.map(({ powerkW }) => powerkW))
  const x = (time: number) => ((time - from) / (to - from)) * WIDTH
  const y = (powerkW: number) => HEIGHT - Math.max(0, powerkW / maxPowerkW) * (HEIGHT - 2)
  const stepOf = (segment: { from: number; to: number; powerkW: number }) => ({
    from: x(Math.max(from, segment.from)),
    to: x(Math.min(to, segment.to)),
    y: y(segment.powerkW),
  })
  const steps = segments.filter((one) => one.powerkW > 0 && one.to > from && one.from < to).map(stepOf)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className={className}>
      <line
        x1={0}
        x2={WIDTH}
        y1={HEIGHT - 0.5}
        y2={HEIGHT - 0.5}
        stroke="var(--chart-grid)"
        vectorEffect="non-scaling-stroke"
      />
      <path d={stepAreaPath(steps, HEIGHT)} fill="var(--chart-ev)" />
      {now > from && now < to && (
        <line x1={x(now)} x2={x(now)} y1={0} y2={HEIGHT} stroke="var(--chart-now)" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  )
}
