import { expect, type Page, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectSettled, integration } from '@/e2e/depot'

const HOUR = 3_600_000
const iso = (instant: number) => new Date(instant).toISOString()
const DEPOT = 'e2e-what-if'
const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'What if …' })
const cellsOf = (page: Page, row: string) =>
  panelOf(page)
    .getByRole('row', { name: new RegExp(row) })
    .getByRole('cell')
    .allTextContents()

/** A depot of its own, listed last, where two buses stay for eight hours. */
async function makeDepot(api: Awaited<ReturnType<typeof integration>>) {
  const now = Date.now()
  const weekly = WEEK.map((day) => ({ day, from: '00:00', to: '24:00', perkWh: 0.2 }))
  const tariff = { currency: 'EUR', demandChargePerkW: 10, weekly }
  await api.put(`/locations/${DEPOT}`, { name: 'Yard of what-ifs', powerLimitkW: 600, timeZone: 'UTC', tariff })
  for (const [id, name, from] of [
    ['e2e-tried-1', 'Bus 1', -1],
    ['e2e-tried-2', 'Bus 2', 2],
  ] as const) {
    const bus = { name, locationUid: DEPOT, fullChargeEnergykWh: 400, maxChargePowerkW: 150, supportsPauseResume: true }
    await api.put(`/vehicles/${id}`, bus)
    const times = { plannedArrivalTime: iso(now + from * HOUR), plannedDepartureTime: iso(now + 9 * HOUR) }
    await api.post(`/vehicles/${id}/schedules`, { schedules: [{ ...times, startSoC: 20, targetSoC: 90 }] })
  }
  await api.post(`/locations/${DEPOT}/plan`, {})
}

test('what another strategy costs is seen beside today’s plan, and the live plan is not touched', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  await makeDepot(api)
  const stored = async () => [
    await (await api.get(`/locations/${DEPOT}`)).json(),
    (await (await api.get(`/locations/${DEPOT}/schedules`)).json()).schedules.map(
      ({ plan, planMeta }: { plan: { segments: unknown }; planMeta: unknown }) => [plan.segments, planMeta],
    ),
  ]
  const before = await stored()
  const errors = collectErrors(page)
  await page.goto(`/power?depot=${DEPOT}`)
  await expectSettled(page)
  await page.getByRole('button', { name: 'What if' }).click()
  const panel = panelOf(page)
  await expect(panel.getByText('Nothing changes.')).toBeVisible()
  await panel.getByLabel('Strategy').selectOption({ label: 'As soon as possible' })
  await expect(panel.getByRole('heading', { name: /vehicles? charges? at other times/ })).toBeVisible()
  const [today, tried, difference] = await cellsOf(page, 'Peak, kW')
  expect(Number(tried)).toBeGreaterThan(Number(today))
  // Each is rounded for itself.
  expect(Math.abs(Number(difference) - (Number(tried) - Number(today)))).toBeLessThanOrEqual(1)
  const [costToday, costTried] = (await cellsOf(page, 'Cost with demand charge, EUR')).map((words) =>
    Number(words.replace(',', '')),
  )
  expect(costTried).toBeGreaterThan(costToday ?? Number.NaN)
  await expectAccessible(page)
  expect(await stored()).toEqual(before)

  // The address shows a colleague the same.
  const address = page.url()
  await panel.getByRole('button', { name: 'Close' }).last().click()
  await expect(panel).toBeHidden()
  expect(page.url()).not.toContain('if.')
  await page.goto(address)
  await expect(panelOf(page).getByLabel('Strategy')).toHaveValue('as-soon-as-possible')
  await expect.poll(async () => (await cellsOf(page, 'Peak, kW'))[1]).toBe(tried)
  expect(await stored()).toEqual(before)
  expect(errors).toEqual([])
})
