'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { useSend } from '@/app/(depot)/_data/use-send'
import type { LabelKey, Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormFault } from '@/components/ui/form-fault'
import type { ChargingStation, Evse } from '@/lib/contract/station'
import type { StationCommand } from '@/lib/contract/station-command'

export type EvseCommand = 'reset' | 'unlock' | 'start' | 'stop'

type ConfirmCommandProps = {
  station: ChargingStation
  evse: Evse
  place: string
  command: EvseCommand
  onClose: () => void
}

const ANSWER_EVERY_MS = 700

/** Asks before a station is told something, then shows what it answers. */
export function ConfirmCommand({ station, evse, place, command, onClose }: ConfirmCommandProps) {
  const text = useText()
  const [commandId, setCommandId] = useState<string | null>(null)
  const params = { stationId: station.id }
  const { send, sending, faults } = useSend(
    () => {
      const body = command === 'reset' ? { type: command } : { type: command, evseId: evse.evseId }
      return call('createStationCommand', 'POST /stations/{stationId}/commands', { params, body })
    },
    ({ body }) => setCommandId(body.id),
  )
  const answer = useQuery({
    queryKey: ['command', station.id, commandId],
    enabled: commandId !== null,
    queryFn: async ({ signal }) => {
      const request = { params: { ...params, id: commandId ?? '' } }
      return (await call('getStationCommand', 'GET /stations/{stationId}/commands/{id}', request, signal)).body
    },
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : ANSWER_EVERY_MS),
  })
  const title =
    command === 'reset'
      ? text('command.resetTitle', { station: station.name ?? station.id })
      : text(`command.${command}Title`, { place })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text(bodyOf(command, station))}
      footer={
        commandId === null ? (
          <>
            <Button onClick={onClose}>{text('action.cancel')}</Button>
            <Button tone="primary" disabled={sending} onClick={() => send(undefined)}>
              {text(`command.${command}`)}
            </Button>
          </>
        ) : (
          <Button tone="primary" onClick={onClose}>
            {text('action.close')}
          </Button>
        )
      }
    >
      <FormFault>{faults.rest}</FormFault>
      <p role="status">{commandId !== null && answerWords(answer.data, text)}</p>
    </Dialog>
  )
}

/** OCPP 1.6's soft reset ends what runs; 2.0.1's waits for the end of it. */
const bodyOf = (command: EvseCommand, { protocol }: ChargingStation): LabelKey =>
  command === 'reset' && protocol === 'ocpp2.0.1' ? 'command.resetIdleBody' : `command.${command}Body`

const isOver = ({ status }: StationCommand) => status !== 'waiting' && status !== 'sent'

function answerWords(command: StationCommand | undefined, text: Text): string {
  if (!command) return text('command.asking')
  const { status, words = '' } = command
  if (status === 'accepted' || status === 'refused' || status === 'failed') return text(`command.${status}`, { words })
  return text(`command.${status}`)
}
