'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '@/app/(depot)/_depot/depot-context'
import { AssignVehicle } from '@/app/(depot)/chargers/assign-vehicle'
import { ConfirmCommand, type EvseCommand } from '@/app/(depot)/chargers/confirm-command'
import { StationMessages } from '@/app/(depot)/chargers/station-messages'
import { useText } from '@/components/messages/use-text'
import { isPlugged } from '@/components/stations/evse-state'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { ChargingStation, Evse } from '@/lib/contract/station'

type EvseActionsProps = { station: ChargingStation; evse: Evse; place: string }

/** What can be told an evse by hand: each with a question before it. */
export function EvseActions({ station, evse, place }: EvseActionsProps) {
  const text = useText()
  const mayTell = useMay('write')
  const [asked, setAsked] = useState<EvseCommand | 'assign' | 'messages' | null>(null)
  if (!mayTell) return null
  const close = () => setAsked(null)
  const isStranger = isPlugged(evse) && evse.vehicleId === undefined
  const commands: EvseCommand[] = [
    ...(evse.transactionId === undefined ? (['start'] as const) : (['stop'] as const)),
    ...(['unlock', 'reset'] as const),
  ]
  return (
    <>
      {isStranger && (
        <Button size="small" className="mr-2" onClick={() => setAsked('assign')}>
          {text('chargers.assign')}
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <Button tone="quiet" size="icon" aria-label={text('chargers.actions', { place })}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {commands.map((command) => (
          <MenuItem key={command} onSelect={() => setAsked(command)}>
            {text(`command.${command}`)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setAsked('messages')}>{text('chargers.messages')}</MenuItem>
      </Menu>
      {asked === 'assign' && <AssignVehicle station={station} evse={evse} place={place} onClose={close} />}
      {asked === 'messages' && <StationMessages stationId={station.id} onClose={close} />}
      {asked !== null && asked !== 'assign' && asked !== 'messages' && (
        <ConfirmCommand station={station} evse={evse} place={place} command={asked} onClose={close} />
      )}
    </>
  )
}
