import type { Cause } from '@/lib/alarms/decide-alarms'
import type { Import } from '@/lib/contract/import'
import { DAY_MS } from '@/lib/time/interval'

/**
 * The last import of a location left something out: its vehicles may go without what was meant for them. Until an import
 * that leaves out nothing, until it is undone, and for a day.
 * @param last absent: there was none
 */
export function importCause(last: Import | undefined, now: number): Cause[] {
  if (!last || last.leftOutCount === 0 || last.undone) return []
  const since = Date.parse(last.startedAt)
  if (now - since >= DAY_MS) return []
  const { name, leftOut, leftOutCount: count } = last
  const [first] = leftOut
  const what = name === undefined ? 'The last import' : `The last import, ${name},`
  const example = first ? `, ${count === 1 ? '' : 'the first: '}${first.row}: ${first.reason}` : '.'
  return [
    {
      ...{ kind: 'import.refused', subject: '', begins: true, since, about: {} },
      cause: `${what} left out ${count === 1 ? 'one entry' : `${count} entries`}${example}`,
      advice: 'Correct what it left out, and import that again.',
    },
  ]
}
