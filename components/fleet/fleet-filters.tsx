'use client'

import { MapPin, Plug, TriangleAlert } from 'lucide-react'
import { FLEET_SHOWS, type FleetRow, type FleetShow, isShown, modelsOf } from '@/components/fleet/fleet-rows'
import { useLocale, useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { Select } from '@/components/ui/select'

const ICONS = { here: MapPin, unplannable: TriangleAlert, portless: Plug } as const

type FleetFiltersProps = {
  rows: readonly FleetRow[]
  show: FleetShow | null
  model: string | null
  onChange: (filter: { show?: FleetShow | null; model?: string | null }) => void
}

/** What somebody looks for in the fleet, with how many there are; what nobody can look for is not offered. */
export function FleetFilters({ rows, show, model, onChange }: FleetFiltersProps) {
  const text = useText()
  const models = modelsOf(rows, useLocale())
  const counts = FLEET_SHOWS.map((one) => ({ one, count: rows.filter((row) => isShown(row, one)).length }))
  return (
    <fieldset className="flex shrink-0 items-center gap-1.5 sm:shrink sm:flex-wrap">
      <legend className="sr-only">{text('fleet.filter')}</legend>
      {counts
        .filter(({ one, count }) => count > 0 || one === show)
        .map(({ one, count }) => {
          const Icon = ICONS[one]
          const chosen = one === show
          return (
            <button
              key={one}
              type="button"
              aria-pressed={chosen}
              onClick={() => onChange({ show: chosen ? null : one })}
              className={classes(
                'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm pointer-coarse:h-10',
                chosen
                  ? 'border-accent bg-accent-soft text-accent-strong'
                  : 'border-line bg-surface text-ink-2 hover:text-ink',
              )}
            >
              <Icon aria-hidden className="size-3.5" />
              {text(`fleet.show.${one}`)}
              <span className="font-semibold">{count}</span>
            </button>
          )
        })}
      {(models.length > 1 || model) && (
        <Select
          aria-label={text('fleet.model')}
          className="w-44 shrink-0"
          value={model ?? ''}
          onChange={(event) => onChange({ model: event.target.value || null })}
        >
          <option value="">{text('fleet.allModels')}</option>
          {models.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      )}
    </fieldset>
  )
}
