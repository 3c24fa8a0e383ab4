'use client'

import { memo, useMemo } from 'react'
import { loadPaths, priceShares } from '@/components/charts/load-series'
import type { TimeDomain } from '@/components/timeline/time-view'
import type { LocationLoad } from '@/lib/contract/location'

const BOX = 100
const UNIT_MS = 60_000

type LoadStripProps = { load: LocationLoad; domain: TimeDomain; topkW: number }

/** The depot's load on the timeline's own axis: base, vehicles (solid as measured, hatched as planned), limit; the price as a strip below. */
export const LoadStrip = memo(function LoadStrip({ load, domain, topkW }: LoadStripProps) {
  const { intervals } = load
  const begin = Date.parse(intervals[0]?.from ?? '')
  const end = Date.parse(intervals.at(-1)?.to ?? '')
  const paths = useMemo(
    () =>
      loadPaths(intervals, {
        x: (time) => ((time - begin) / (end - begin)) * BOX,
        y: (powerkW) => BOX * (1 - powerkW / topkW),
      }),
    [intervals, begin, end, topkW],
  )
  const prices = useMemo(() => priceShares(intervals), [intervals])
  if (intervals.length === 0) return null
  const width = (end - begin) / UNIT_MS
  const span = domain.to - domain.from
  return (
    <div
      className="absolute inset-y-0"
      style={{ left: `${((begin - domain.from) / span) * 100}%`, width: `${((end - begin) / span) * 100}%` }}
    >
      {paths.planned && (
        <span
          aria-hidden
          className="hatched absolute inset-x-0 top-0 bottom-2.5 text-chart-ev"
          style={{ clipPath: paths.planned }}
        />
      )}
      <svg
        aria-hidden
        viewBox={`0 0 ${BOX} ${BOX}`}
        preserveAspectRatio="none"
        className="absolute inset-x-0 top-0 bottom-2.5 h-[calc(100%-0.625rem)] w-full overflow-visible"
      >
        <path d={paths.measured} fill="var(--chart-ev)" />
        <path d={paths.base} fill="var(--chart-base)" />
        <path
          d={paths.total}
          fill="none"
          stroke="var(--chart-ev)"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={paths.limit}
          fill="none"
          stroke="var(--chart-limit)"
          strokeWidth={1.5}
          strokeDasharray="5 3"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <svg
        aria-hidden
        viewBox={`0 0 ${width} 1`}
        preserveAspectRatio="none"
        className="absolute inset-x-0 bottom-0 h-2 w-full"
      >
        {prices.map(({ from, to, share }) => (
          <rect
            key={from}
            x={(from - begin) / UNIT_MS}
            width={(to - from) / UNIT_MS}
            height={1}
            fill="var(--chart-price)"
            fillOpacity={0.15 + 0.85 * share}
          />
        ))}
      </svg>
    </div>
  )
})
