import type { z } from 'zod'
import { v2icpFault } from '@/lib/charging/v2icp-info'
import { ChargingEvent } from '@/lib/contract/charging-event'
import { issueSentence } from '@/lib/contract/issue-sentence'
import { DAY_MS } from '@/lib/time/interval'

/** An entry of a request: an event, or why it is none. */
export type ReadEntry = { id: string | undefined; event: ChargingEvent } | { id: string | undefined; error: string }

/**
 * Checks each entry by itself, so that a bad one never loses the others.
 * @param now epoch ms: a charger whose clock is more than a day ahead would be connected in the future
 */
export function readEvents(entries: readonly unknown[], now: number): ReadEntry[] {
  return entries.map((entry) => {
    const id = idOf(entry)
    const parsed = ChargingEvent.safeParse(entry, { reportInput: true })
    if (!parsed.success) return { id, error: parsed.error.issues.map(sentence).join('; ') }
    const event = parsed.data
    if (event.timestamp > now + DAY_MS) return { id, error: 'timestamp: lies over a day ahead of the server’s clock' }
    const fault = event.v2icp == null ? null : v2icpFault(event.v2icp)
    return fault ? { id, error: `v2icp: ${fault}` } : { id, event }
  })
}

function sentence(issue: z.core.$ZodIssue): string {
  const { path } = issue
  return path.length > 0 ? `${path.map(String).join('.')}: ${issueSentence(issue)}` : issueSentence(issue)
}

/** The id that a sender gave, as far as it can be given back. */
function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, 'id')) return undefined
  const { id } = entry as { id: unknown }
  return typeof id === 'string' && id.length <= 200 && id.isWellFormed() ? id : undefined
}
