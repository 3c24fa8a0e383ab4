import type { ChargerEvent } from '@/lib/charging/charger-event'
import { type Counter, type Reading, readCounter } from '@/lib/charging/plausibility/counter'
import type { Judged } from '@/lib/charging/plausibility/judged'
import type { Limits } from '@/lib/charging/plausibility/limits'

type Run = { start: { at: number; estimated: boolean } | null; indexes: number[] }

/**
 * What the counters of a session say, one for each event: the energy since the last reading that is believed. Each
 * transaction has a counter of its own, which begins at 0; a lifetime register begins where it was first read.
 */
export function believeEnergy(events: readonly ChargerEvent[], limits: Limits): Judged<Counter>[] {
  const judged: Judged<Counter>[] = events.map(() => ({ value: null }))
  for (const { start, indexes } of runsOf(events)) {
    const counts = indexes.some((index) => events[index]?.energyKwh != null)
    const name = counts ? 'energykWh' : 'meterkWh'
    const readings = indexes.flatMap((index): (Reading & { index: number })[] => {
      const event = events[index]
      const value = counts ? event?.energyKwh : event?.meterKwh
      return event && value != null ? [{ index, at: event.at, estimated: event.estimated, value }] : []
    })
    const first = indexes[0] ?? 0
    const isSaid = isBegin(events[first])
    const begins = counts && start !== null && !(isSaid && readings[0]?.index === first)
    if (begins && isSaid) judged[first] = { value: { sinceKwh: null } }
    const found = readCounter(readings, begins ? start : null, limits, name)
    for (const [place, { index }] of readings.entries()) judged[index] = found[place] ?? { value: null }
  }
  return judged
}

const isBegin = (event: ChargerEvent | undefined) =>
  event?.type === 'ev-connected' || event?.type === 'charging-started'

/** The events of each transaction. One that does not say its transaction is of the one before it. */
function runsOf(events: readonly ChargerEvent[]): Run[] {
  const runs = new Map<string, Run>()
  let current: Run | null = null
  let isNamed = false
  for (const [index, event] of events.entries()) {
    const { transactionId } = event
    let run: Run | null | undefined = transactionId === null ? current : runs.get(transactionId)
    if (!run && current && !isNamed) run = current
    if (!run) {
      run = { start: startOf(event, events[index - 1]), indexes: [] }
      if (transactionId === null) runs.set('', run)
    }
    if (transactionId !== null) runs.set(transactionId, run)
    isNamed ||= transactionId !== null
    run.indexes.push(index)
    current = run
  }
  return [...new Set(runs.values())]
}

/** A transaction begins with its first event, or, where that is lost, after the last one of the transaction before. */
function startOf(event: ChargerEvent, before: ChargerEvent | undefined): Run['start'] {
  if (isBegin(event)) return { at: event.at, estimated: event.estimated }
  return before ? { at: before.at, estimated: before.estimated } : null
}
