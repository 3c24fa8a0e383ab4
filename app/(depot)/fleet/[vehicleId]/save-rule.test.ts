import { afterEach, expect, test, vi } from 'vitest'
import { saveExceptions } from '@/app/(depot)/fleet/[vehicleId]/save-rule'
import type { ExceptionStep } from '@/components/fleet/rule-request'
import { HOUR_MS } from '@/lib/time/interval'

afterEach(() => {
  vi.unstubAllGlobals()
})

const where = { vehicleId: 'bus-1', ruleId: 'rule' }
const steps: ExceptionStep[] = [
  { kind: 'skip', day: '20261204' },
  { kind: 'move', day: '20261205', times: { from: 0, to: HOUR_MS } },
  { kind: 'restore', day: '20261206', times: { from: 0, to: HOUR_MS } },
]

/** A server that answers each method as it is said. */
const serve = (answers: Record<string, () => Response>) =>
  vi.stubGlobal('fetch', async (_address: string, { method }: { method: string }) => answers[method]?.())
const refuses = () => Response.json({ detail: 'Another stay is there.', status: 409 }, { status: 409 })
const isLost = () => {
  throw new TypeError('fetch failed')
}
const answers = () => Response.json({ success: true })
const findsNone = () => Response.json({ success: false })

test.each([
  ['is refused', refuses],
  ['gets no answer', isLost],
  ['is not there any more', findsNone],
])('a single date that %s is told, for its rule is stored by then; the others follow', async (_what, fails) => {
  serve({ DELETE: answers, PATCH: fails })
  expect(await saveExceptions(where, steps)).toEqual(['20261205', '20261206'])
})

test('a single date that cannot be skipped is told; the others follow', async () => {
  serve({ DELETE: refuses, PATCH: answers })
  expect(await saveExceptions(where, steps)).toEqual(['20261204'])
})
