import { type Step, stepAreaClip, stepAreaPath, stepLinePath } from '@/components/charts/step-path'
import { type StepRow, stepRows } from '@/components/charts/step-rows'
import type { LocationLoad } from '@/lib/contract/location'

/** Powers below are drawn as none: they are what rounding leaves. */
const LEAST_DRAWN_KW = 0.01

type Interval = LocationLoad['intervals'][number]
type Scale = { x: (time: number) => number; y: (powerkW: number) => number }

/** A depot's load as paths in the scale's own coordinates; `planned` clips a box of 100 × 100. */
export type LoadPaths = Record<'base' | 'measured' | 'total' | 'limit', string> & { planned?: string }

/**
 * Draws base load, vehicles stacked on it (what was measured, and what is planned) and the limit in a box of 100 × 100, for
 * the strip of the timeline.
 */
export function loadPaths(intervals: readonly Interval[], { x, y }: Scale): LoadPaths {
  const steps = (powerOf: (interval: Interval) => number | undefined): Step[] =>
    intervals.flatMap((interval) => {
      const powerkW = powerOf(interval)
      if (powerkW === undefined) return []
      return [{ from: x(Date.parse(interval.from)), to: x(Date.parse(interval.to)), y: y(powerkW) }]
    })
  const total = ({ baseLoadkW, evPowerkW }: Interval) => baseLoadkW + evPowerkW
  const measured = ({ baseLoadkW, measuredkW }: Interval) =>
    measuredkW === undefined ? undefined : baseLoadkW + measuredkW
  const isPlanned = (one: Interval) => total(one) - (measured(one) ?? one.baseLoadkW) > LEAST_DRAWN_KW
  return {
    base: stepAreaPath(
      steps((one) => one.baseLoadkW),
      y(0),
    ),
    measured: stepAreaPath(steps(measured), y(0)),
    planned: stepAreaClip(steps((one) => (isPlanned(one) ? total(one) : undefined))),
    total: stepLinePath(steps(total)),
    limit: stepLinePath(steps((one) => one.limitkW)),
  }
}

/** What is drawn of a quarter-hour: bands (`[from, to]`, kW) that stand on one another, and levels. */
type LoadValues = {
  base: number
  measured?: [number, number]
  planned?: [number, number]
  /** What the plans had said of a time that was measured. */
  wasPlanned?: number
  site: number
  limit?: number
  uncontrolled: number
}
/** A quarter-hour with its times as instants (epoch ms). */
export type LoadStep = Omit<Interval, 'from' | 'to'> & { from: number; to: number }
export type LoadRow = StepRow<LoadStep, Partial<LoadValues>>

/** A depot's load as the points of its chart: vehicles stand on the base load, measured below, planned above. */
export function loadRows(intervals: readonly Interval[]): LoadRow[] {
  const steps = intervals.map((one): LoadStep => ({ ...one, from: Date.parse(one.from), to: Date.parse(one.to) }))
  return stepRows(steps, (one): LoadValues => {
    const { baseLoadkW: base, evPowerkW, measuredkW, plannedkW, limitkW: limit, uncontrolledkW: uncontrolled } = one
    const site = base + evPowerkW
    const measured = base + (measuredkW ?? 0)
    return {
      base,
      measured: measuredkW === undefined ? undefined : [base, measured],
      planned: measuredkW === undefined || site - measured > LEAST_DRAWN_KW ? [measured, site] : undefined,
      wasPlanned: plannedkW === undefined ? undefined : base + plannedkW,
      site,
      limit,
      uncontrolled,
    }
  })
}

/** A chart of nothing still has an axis. */
const LEAST_TOP_KW = 10

/** The highest power that a chart of this load must have room for; `uncontrolled` counts only where it is drawn. */
export function highestPowerkW(intervals: readonly Interval[], withUncontrolled: boolean): number {
  return intervals.reduce(
    (highest, one) =>
      Math.max(
        highest,
        one.baseLoadkW + Math.max(one.evPowerkW, one.plannedkW ?? 0),
        one.limitkW ?? 0,
        withUncontrolled ? one.uncontrolledkW : 0,
      ),
    LEAST_TOP_KW,
  )
}

/** A quarter-hour's price as a share of the dearest: 0 for the cheapest of the range, 1 for the dearest; nothing without prices. */
export function priceShares(
  intervals: readonly Interval[],
): { from: number; to: number; price: number; share: number }[] {
  const prices = intervals.flatMap(({ pricePerkWh }) => pricePerkWh ?? [])
  const lowest = Math.min(...prices)
  const range = Math.max(...prices) - lowest
  const blocks: { from: number; to: number; price: number; share: number }[] = []
  for (const { from, to, pricePerkWh } of intervals) {
    if (pricePerkWh === undefined) continue
    const last = blocks.at(-1)
    if (last && last.price === pricePerkWh && last.to === Date.parse(from)) last.to = Date.parse(to)
    else
      blocks.push({
        from: Date.parse(from),
        to: Date.parse(to),
        price: pricePerkWh,
        share: range > 0 ? (pricePerkWh - lowest) / range : 0,
      })
  }
  return blocks
}

/** Where the site’s power is highest: the quarter-hour of `totals.peak15kW`. */
export function peakOf(intervals: readonly Interval[]): { at: number; powerkW: number } | null {
  let peak: { at: number; powerkW: number } | null = null
  for (const one of intervals) {
    const powerkW = one.baseLoadkW + one.evPowerkW
    if (!peak || powerkW > peak.powerkW) peak = { at: Date.parse(one.from), powerkW }
  }
  return peak
}

/** A round upper end and at most `marks` steps up to it, for an axis that begins at 0: 937 gives 1,000 in steps of 200. */
export function niceScale(highest: number, marks = 5): { top: number; ticks: number[] } {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(highest, 1e-9) / marks))
  const steps = [1, 2, 2.5, 5, 10, 20].map((one) => one * magnitude)
  const countOf = (step: number) => Math.ceil((highest / step) * 0.999)
  const step = steps.find((one) => countOf(one) <= marks) ?? 20 * magnitude
  const count = Math.max(1, countOf(step))
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}
