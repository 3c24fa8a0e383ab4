'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { simulationQuery } from '@/app/(depot)/_data/queries'
import { useSend } from '@/app/(depot)/_data/use-send'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { FormFault } from '@/components/ui/form-fault'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { useToast } from '@/components/ui/toast'
import type { Location } from '@/lib/contract/location'

/** Starts and stops the simulated chargers of a depot that has them. */
export function SimulationSettings({ location }: { location: Location }) {
  const text = useText()
  const toast = useToast()
  const queries = useQueryClient()
  const query = simulationQuery(location.id)
  const { data } = useQuery(query)
  const state = data?.state
  const { send, sending, faults } = useSend(
    (running: boolean) =>
      call('putSimulation', 'PUT /locations/{locationUid}/simulation', {
        params: { locationUid: location.id },
        body: { running },
      }),
    async ({ body }) => {
      toast({ tone: 'good', sentence: text(body.state === 'running' ? 'simulation.started' : 'simulation.ended') })
      await queries.invalidateQueries({ queryKey: query.queryKey })
    },
  )
  if (state === undefined || state === 'none') return null
  const isRunning = state === 'running'
  return (
    <Panel>
      <PanelHeader
        title={text('simulation.title')}
        note={text(isRunning ? 'simulation.isRunning' : 'simulation.isStopped')}
      >
        <Button size="small" disabled={sending} onClick={() => send(!isRunning)}>
          {text(isRunning ? 'simulation.stop' : 'simulation.start')}
        </Button>
      </PanelHeader>
      {faults.rest && <FormFault>{faults.rest}</FormFault>}
    </Panel>
  )
}
