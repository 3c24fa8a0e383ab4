'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { classes } from '@/components/ui/classes'

/** What a legend says of one sign; with a `key` what it stands for can be hidden. */
export type LegendEntry = { key?: string; words: string; sign: ReactNode }

/** The parts of a chart that its reader has hidden. */
export type Hidden = ReadonlySet<string>

/** Which parts of a chart are hidden, and how one is hidden or shown again. */
export function useHidden(): [hidden: Hidden, toggle: (key: string) => void] {
  const [hidden, setHidden] = useState<Hidden>(new Set())
  const toggle = useCallback((key: string) => {
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  return [hidden, toggle]
}

type ChartLegendProps = { entries: readonly LegendEntry[]; hidden: Hidden; onToggle: (key: string) => void }

/** What a chart's colours and lines mean; a press hides one and shows it again. */
export function ChartLegend({ entries, hidden, onToggle }: ChartLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-1 gap-y-0.5 text-ink-2 text-xs">
      {entries.map(({ key, words, sign }) => (
        <li key={words}>
          {key === undefined ? (
            <span className="flex min-h-7 items-center gap-1.5 px-1.5">
              <Sign>{sign}</Sign>
              {words}
            </span>
          ) : (
            <button
              type="button"
              aria-pressed={!hidden.has(key)}
              onClick={() => onToggle(key)}
              className={classes(
                'flex min-h-7 items-center gap-1.5 rounded-md px-1.5 hover:bg-sunken pointer-coarse:min-h-10',
                hidden.has(key) && 'text-ink-3 line-through',
              )}
            >
              <Sign>{sign}</Sign>
              {words}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Sign({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden className="inline-flex">
      {children}
    </span>
  )
}
