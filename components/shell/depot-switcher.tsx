'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { Menu, MenuCheck, MenuLabel } from '@/components/ui/menu'

export type DepotSwitcherProps = {
  /** undefined until they are known. */
  depots: readonly { uid: string; name: string; zone: string }[] | undefined
  current: { uid: string; name: string; zone: string } | undefined
  onChange: (uid: string) => void
  className?: string
}

/** Which depot the pages show, and in whose time; with one depot only its name. */
export function DepotSwitcher({ depots, current, onChange, className }: DepotSwitcherProps) {
  const text = useText()
  const face = (
    <span className="min-w-0 flex-1 text-left">
      <span className="block truncate font-semibold text-sm leading-5">
        {current?.name ?? (depots ? text('depot.none') : '\u00a0')}
      </span>
      <span className="block truncate text-ink-3 text-xs">{current?.zone ?? ' '}</span>
    </span>
  )
  if (!depots || depots.length < 2)
    return <div className={classes('flex min-h-11 items-center px-2.5', className)}>{face}</div>
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${text('depot.choose')}: ${current?.name ?? text('depot.none')}`}
          className={classes(
            'flex min-h-11 w-full items-center gap-2 rounded-md border border-line bg-surface px-2.5 py-1 hover:bg-sunken',
            className,
          )}
        >
          {face}
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
        </button>
      }
    >
      <MenuLabel>{text('depot.choose')}</MenuLabel>
      {depots.map((depot) => (
        <MenuCheck key={depot.uid} checked={depot.uid === current?.uid} onChange={() => onChange(depot.uid)}>
          <span className="block">{depot.name}</span>
          <span className="block text-ink-3 text-xs">{depot.zone}</span>
        </MenuCheck>
      ))}
    </Menu>
  )
}
