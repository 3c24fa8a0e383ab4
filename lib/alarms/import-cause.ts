import type { Cause } from '@/lib/alarms/decide-alarms'
import { ADVICE_SENTENCES, alarmAdvice } from '@/lib/contract/sentences'
import type { LastImport } from '@/lib/imports/last-import'
import { DAY_MS } from '@/lib/time/interval'

/**
 * The last import of a location left something out: its vehicles may go without what was meant for them. Until the next
 * import, until it is undone, and for a day. The reasons stay with the import: they may name what a reader of alarms, who
 * is limited to some locations, is not told.
 * @param last absent: there was none
 */
export function importCause(last: LastImport | undefined, now: number): Cause[] {
  if (!last || last.leftOut === 0 || last.isUndone) return []
  const { name, leftOut: count, first, startedAt: since } = last
  if (now - since >= DAY_MS) return []
  const what = name === null ? 'The last import' : `The last import, ${name},`
  const example = first === null ? '' : ` ${count === 1 ? 'It is' : 'The first:'} ${first}.`
  const details = {
    leftOut: count,
    ...(name !== null && { importName: name }),
    ...(first !== null && { firstLeftOut: first }),
  }
  return [
    {
      ...{ kind: 'import.refused', subject: last.id, begins: true, since, about: { details } },
      cause: `${what} left out ${count === 1 ? 'one entry' : `${count} entries`}.${example}`,
      advice: ADVICE_SENTENCES[alarmAdvice('import.refused')],
    },
  ]
}
