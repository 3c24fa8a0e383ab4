'use client'

import { ArrowUpDown, Columns3 } from 'lucide-react'
import { FLEET_COLUMNS, type FleetColumn, type FleetSort } from '@/components/fleet/fleet-columns'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'

type ColumnChooserProps = {
  shown: ReadonlySet<FleetColumn>
  onChange: (shown: ReadonlySet<FleetColumn>) => void
  onReset: () => void
}

/** Which columns the table has; the name stays. */
export function ColumnChooser({ shown, onChange, onReset }: ColumnChooserProps) {
  const text = useText()
  const toggle = (id: FleetColumn, isShown: boolean) => {
    const next = new Set(shown)
    if (isShown) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label={text('fleet.columns')} className="max-md:hidden">
          <Columns3 aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{text('fleet.columns')}</MenuLabel>
      {FLEET_COLUMNS.filter(({ id }) => id !== 'name').map(({ id, label }) => (
        <MenuCheck key={id} keepOpen checked={shown.has(id)} onChange={(checked) => toggle(id, checked)}>
          {text(label)}
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={onReset}>{text('fleet.usualColumns')}</MenuItem>
    </Menu>
  )
}

/** In which order a phone lists the fleet, where there are no headings to press. */
export function SortChooser({ sort, onSort }: { sort: FleetSort; onSort: (sort: FleetSort) => void }) {
  const text = useText()
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label={text('fleet.sortBy')} className="md:hidden">
          <ArrowUpDown aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{text('fleet.sortBy')}</MenuLabel>
      {FLEET_COLUMNS.filter(({ spare }) => !spare).map(({ id, label }) => (
        <MenuCheck
          key={id}
          checked={sort.column === id}
          onChange={() => onSort({ column: id, descending: sort.column === id && !sort.descending })}
        >
          {text(label)}
        </MenuCheck>
      ))}
    </Menu>
  )
}
