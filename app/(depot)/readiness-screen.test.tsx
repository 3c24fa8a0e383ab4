import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { openAlarmsQuery } from '@/app/(depot)/_alarms/alarms-queries'
import { lastImportQuery, readinessQuery, simulationQuery } from '@/app/(depot)/_data/queries'
import { type Depot, DepotContext } from '@/app/(depot)/_depot/depot-context'
import { ReadinessScreen } from '@/app/(depot)/readiness-screen'
import { textIn } from '@/components/messages/text'
import { TextContext } from '@/components/messages/use-text'

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams() }))

const location = { id: 'yard', name: 'Yard', timeZone: 'UTC' }
const session = { id: 'me', name: 'Aino', email: 'aino@depot.example', role: 'admin' }
const depot = { location, session, locations: [location], isLive: true } as unknown as Depot
const text = textIn('en')

const ANSWERS: [readonly unknown[], unknown][] = [
  [
    readinessQuery('yard', 12).queryKey,
    {
      locationUid: 'yard',
      timestamp: '2026-03-02T20:00:00.000Z',
      departures: [],
      counts: { here: 0, ready: 0, missing: 0 },
      site: { powerkW: 0, plannedkW: 0, baseLoadkW: 0, peak15kW: 0, uncontrolledPeak15kW: 0, source: 'planned' },
    },
  ],
  [openAlarmsQuery('yard').queryKey, []],
  [lastImportQuery('yard').queryKey, null],
  [simulationQuery('yard').queryKey, { state: 'none' }],
]

/** The board's page while one of what it asks for has not been answered. */
function pageWithout(missing: number | null): string {
  const client = new QueryClient()
  for (const [index, [key, answer]] of ANSWERS.entries()) if (index !== missing) client.setQueryData(key, answer)
  return renderToString(
    <QueryClientProvider client={client}>
      <TextContext value={{ locale: 'en-GB', text }}>
        <DepotContext value={depot}>
          <ReadinessScreen />
        </DepotContext>
      </TextContext>
    </QueryClientProvider>,
  )
}

test('the board comes with all lines above its rows: one that came later would push them down', () => {
  const board = text('readiness.none', { hours: 12 })
  expect(pageWithout(null)).toContain(board)
  for (const index of ANSWERS.keys()) {
    expect(pageWithout(index)).not.toContain(board)
    expect(pageWithout(index)).toContain(text('app.loading'))
  }
})
