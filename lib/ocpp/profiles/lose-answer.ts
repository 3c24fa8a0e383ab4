import type { DefaultLedger, Ledger, Order } from '@/lib/ocpp/profiles/control'
import { sometime } from '@/lib/ocpp/profiles/course'

/** So many profiles without an answer are remembered; of a station that loses more, anything may hold. */
const MOST_UNCERTAIN = 8

/**
 * Notes that the answer to a profile will not come, because the connection or the process that sent it has gone: the
 * profile may hold or not, like those that were lost before it. Profiles between others say nothing more of what may be
 * drawn and are forgotten.
 */
export function loseAnswer(ledger: Ledger): void {
  const { sent } = ledger
  if (!sent) return
  const { order } = sent
  delete ledger.sent
  const from = order.course[0]?.from ?? 0
  const kept: Order[] = [...ledger.uncertain, order]
  for (const each of ledger.uncertain) {
    const others = kept.filter((other) => other !== each)
    if (isBetween(each, others, from)) kept.splice(kept.indexOf(each), 1)
  }
  if (kept.length > MOST_UNCERTAIN) ledger.isUnknown = true
  ledger.uncertain = kept.slice(-MOST_UNCERTAIN)
}

/** The same for a default profile. */
export function loseDefault(ledger: DefaultLedger): void {
  const { sent } = ledger
  if (!sent) return
  delete ledger.sent
  ledger.uncertainKw = Math.max(ledger.uncertainKw ?? 0, sent.kw)
}

/** Whether from an instant on one of the others is nowhere lower, and one nowhere higher. */
function isBetween({ rung, transactionId, until, course }: Order, others: readonly Order[], from: number): boolean {
  const alike = others.filter(
    (other) => other.rung === rung && other.transactionId === transactionId && other.until === until,
  )
  const isNever = (test: (other: number, own: number) => boolean) =>
    alike.some((other) => !sometime(other.course, course, { from, to: Number.POSITIVE_INFINITY }, test))
  return isNever((other, own) => other < own) && isNever((other, own) => other > own)
}
