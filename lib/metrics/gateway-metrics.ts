import { Counter, Gauge } from 'prom-client'
import { processRegistry } from '@/lib/metrics/registry'

type Metrics = { connections: Gauge; messages: Counter<'direction' | 'action' | 'outcome'> }

let created: Metrics | undefined

function metrics(): Metrics {
  const registers = [processRegistry()]
  created ??= {
    connections: new Gauge({
      name: 'readyline_ocpp_connections',
      help: 'Charging stations that are connected to this process.',
      registers,
    }),
    messages: new Counter({
      name: 'readyline_ocpp_messages_total',
      help: 'OCPP messages, by direction, action and outcome.',
      labelNames: ['direction', 'action', 'outcome'] as const,
      registers,
    }),
  }
  return created
}

/** OCPP's names are words; what is none of them is counted together, for stations can invent names without end. */
const NAME = /^[A-Z][A-Za-z]{2,40}$/
const MOST_NAMES = 100
const names = new Set<string>()

/** Counts one message of a station. */
export function countMessage({
  direction,
  action,
  error,
}: {
  direction: 'in' | 'out'
  action: string
  error?: string
}): void {
  const isKnown = names.has(action) || (NAME.test(action) && names.size < MOST_NAMES && names.add(action).has(action))
  metrics().messages.inc({ direction, action: isKnown ? action : 'other', outcome: error ? 'error' : 'ok' })
}

/** How many stations are connected to this process. */
export function setConnections(count: number): void {
  metrics().connections.set(count)
}
