'use client'

import { Download } from 'lucide-react'
import { fleetCsv } from '@/components/fleet/fleet-csv'
import { useLocale, useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { saveFile } from '@/components/ui/save-file'
import type { Vehicle } from '@/lib/contract/vehicle'

/** Saves vehicles as a file; what writes workbooks is loaded when one is wanted. */
export function FleetExport({ name, vehicles }: { name: string; vehicles: () => Vehicle[] }) {
  const text = useText()
  const locale = useLocale()
  const saveXlsx = async () => {
    const { fleetXlsx } = await import('@/components/fleet/fleet-xlsx')
    saveFile(`${name}.xlsx`, fleetXlsx(vehicles()))
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label={text('fleet.export')} title={text('fleet.export')}>
          <Download aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => saveFile(`${name}.csv`, fleetCsv(vehicles(), locale))}>{text('fleet.csv')}</MenuItem>
      <MenuItem onSelect={() => void saveXlsx()}>{text('fleet.xlsx')}</MenuItem>
    </Menu>
  )
}
