'use client'

import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { STATE_LOOKS } from '@/components/ui/state-badge'
import { READINESS_STATES } from '@/lib/contract/enumerations'
import type { ReadinessState } from '@/lib/contract/readiness'

type StateFilterProps = {
  counts: ReadonlyMap<ReadinessState, number>
  value: ReadinessState | null
  onChange: (state: ReadinessState | null) => void
}

/** The states that occur, with how many; a press shows only that one, another press all again. */
export function StateFilter({ counts, value, onChange }: StateFilterProps) {
  const text = useText()
  const states = READINESS_STATES.filter((state) => counts.has(state) || state === value)
  if (states.length < 2 && !value) return null
  return (
    <fieldset className="flex shrink-0 gap-1.5 sm:shrink sm:flex-wrap">
      <legend className="sr-only">{text('readiness.stateFilter')}</legend>
      {states.map((state) => {
        const Icon = STATE_LOOKS[state].icon
        const chosen = state === value
        return (
          <button
            key={state}
            type="button"
            aria-pressed={chosen}
            onClick={() => onChange(chosen ? null : state)}
            className={classes(
              'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm pointer-coarse:h-10',
              chosen
                ? 'border-accent bg-accent-soft text-accent-strong'
                : 'border-line bg-surface text-ink-2 hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            {text(`state.${state}`)}
            <span className="font-semibold">{counts.get(state) ?? 0}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
